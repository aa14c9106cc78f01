/// Words that have a capital wherever they stand.
enum ProperNames {
    /// A word as it is written inside a sentence.
    static func written(_ word: String, before: String?) -> String {
        let stem = word.hasSuffix("'s") ? String(word.dropLast(2)) : word
        // "May" and "march" are months only where a date can stand.
        let isDate = before.map(beforeDates.contains) ?? false
        let isName = names.contains(stem) || ambiguous.contains(stem) && isDate || isOfI(word)
        guard isName, let first = word.first else { return word }
        return first.uppercased() + word.dropFirst()
    }

    private static func isOfI(_ word: String) -> Bool {
        word == "i" || word.hasPrefix("i'") && ["i'm", "i've", "i'd", "i'll", "i'd've", "i's"].contains(word)
    }

    private static let beforeDates: Set<String> = [
        "in", "since", "until", "by", "last", "next", "early", "late", "of",
    ]
    private static let ambiguous: Set<String> = ["may", "march"]

    private static let names: Set<String> = {
        let list =
            """
            monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
            january february april june july august september october november december christmas easter
            english german french spanish italian portuguese dutch russian chinese japanese korean hindi arabic
            mandarin swedish norwegian danish finnish greek turkish ukrainian hebrew vietnamese indian american
            british european african asian canadian mexican brazilian australian irish scottish
            america britain england scotland ireland wales germany france spain italy portugal netherlands belgium
            switzerland austria sweden norway denmark finland poland ukraine russia greece israel egypt nigeria
            kenya india pakistan bangladesh china japan korea taiwan vietnam thailand singapore malaysia indonesia
            philippines australia canada mexico brazil argentina chile colombia europe africa asia
            london paris berlin seattle boston chicago toronto tokyo mumbai bangalore delhi
            google amazon microsoft facebook netflix linkedin twitter python java
            """
        return Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }()
}
