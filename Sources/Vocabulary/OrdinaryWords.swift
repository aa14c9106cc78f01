/// Tells terms from the ordinary words that sound like them: "written in go" from "go on".
enum OrdinaryWords {
    /// Whether the words in a range, which are those of a term, stand for it there.
    static func isTerm(_ range: Range<Int>, in words: [String]) -> Bool {
        let said = words[range]
        let before = range.lowerBound > 0 ? words[range.lowerBound - 1] : nil
        let after = range.upperBound < words.count ? words[range.upperBound] : nil
        guard let first = said.first, let last = said.last else { return false }
        if said.count == 1 { return isName(first, before: before, after: after) }
        if first == "a" || first == "i" { return isSpelled(said, before: before, after: after) }
        // "Log in", "set up" are verbs, "the set up" is a thing.
        if said.count == 2, particles.contains(last) { return before.map(determiners.contains) ?? false }
        if said.count == 2, phrases.contains(said.joined(separator: " ")) {
            return before.map(usingWords.contains) ?? false
        }
        return true
    }

    // MARK: One word

    private static func isName(_ word: String, before: String?, after: String?) -> Bool {
        let isNamedBefore = before.map(usingWords.contains) ?? false
        if word.count == 1 {
            // Languages of one letter.
            guard word != "a", word != "i" else { return false }
            return before.map(languageWords.contains) ?? false || after.map(languageEndings.contains) ?? false
        }
        if let endings = endings[word], let after, endings.contains(after) { return true }
        if afterUsing.contains(word) {
            return isNamedBefore && after.map { !notBehindNames.contains($0) } ?? true
        }
        return endings[word] == nil && !never.contains(word)
    }

    private static func set(_ text: String) -> Set<String> { Set.words(text) }

    /// Words behind which a tool or a language is named.
    private static let usingWords = set(
        "in using with use used uses via learn learned learning knew prefer on")
    private static let languageWords = set(
        "in using use used language learn learned know write wrote program")
    private static let languageEndings = set("programming language compiler developer developers code")
    /// "In rest of the", "with swift changes": what follows shows that it was no name.
    private static let notBehindNames = set(
        "of up down back on ahead to into out over through off with that as")

    /// Ordinary words that are names only behind "in", "using" and the like, or before one of their own endings.
    private static let afterUsing = set(
        "go swift rust react express flask excel slack zoom notion jest soap rails hive make yarn cargo "
            + "grunt gulp ember sketch shell dart chef puppet consul vault nomad salt helm")

    /// What follows ordinary words where they are names or acronyms.
    private static let endings: [String: Set<String>] = {
        let services =
            "api apis endpoint endpoints service services interface call calls architecture client controller"
        let code = "code developer developers programming language team service services codebase library"
        return [
            "rest": set(services), "soap": set(services),
            "go": set(code + " routine routines lang module modules"),
            "swift": set(code + " ui package"), "rust": set(code + " compiler crate"),
            "react": set(
                "component components app apps native hooks hook js frontend developer developers router query"
            ),
            "spring": set("boot framework security cloud mvc data batch bean beans"),
            "express": set("js server app middleware route routes"), "flask": set("app api server"),
            "it": set("department infrastructure operations"), "as": [], "or": [], "us": [],
            "teams": set("channel channels chat"), "word": set("document documents"), "access": [],
            "excel": set("sheet sheets spreadsheet spreadsheets file files macro macros"),
            "next": set("js"), "nest": set("js"), "view": set("js"), "solid": set("principle principles"),
            "acid": set("transaction transactions property properties compliant compliance guarantees"),
            "dry": set("principle"), "kiss": set("principle"), "base": set("consistency"), "lean": [],
            "pass": set("provider providers"),
            "sass": set("file files product products company companies business"),
            "slack": set("channel channels message messages bot thread"),
            "zoom": set("call calls meeting meetings"),
            "dos": set("attack attacks"), "rag": set("pipeline system application"), "sip": [],
            "nat": set("gateway"),
            "sow": [], "moe": [], "cash": [], "cute": [], "meta": [], "box": [], "square": [], "target": [],
            "less": set("file files"), "rails": set("app application"), "hotspot": set("jvm"), "monday": [],
        ]
    }()
    /// Ordinary words that are never written as the term they look like when they stand alone.
    private static let never = set("am no so on at be do me my he we by if is of to up")

    // MARK: Several words

    /// "A" and "I" are words: "a i" may be "a, I mean", "i map" what a person maps.
    private static func isSpelled(_ said: ArraySlice<String>, before: String?, after: String?) -> Bool {
        let letters = said.prefix { $0.count == 1 }.count
        if letters > 2 { return true }
        let isThing = before.map { determiners.contains($0) || prepositions.contains($0) } ?? false
        guard letters == 2, said.count == 2 else { return isThing }
        if said.first == "a" {
            if said.last == "i" { return !(after.map(verbsOfI.contains) ?? false) }
            return isThing || after?.hasPrefix("test") == true
        }
        return isThing || !(before.map(clauseStarts.contains) ?? true)
    }

    private static let determiners = set(
        "a an the our my your their his her its this that these those each every any no some one first single daily "
            + "weekly quick proper new old")
    private static let prepositions = set("of for with in on from by using use used into via per")
    private static let particles = set("in out up down off on over back away through around by")
    private static let verbsOfI = set(
        "mean think thought was am guess have had would don't didn't did do can could will was know knew used said want "
            + "wanted need needed suppose believe remember worked made felt started")
    private static let clauseStarts = set(
        "and but so then because when if that while where what how before after since until um uh well yeah okay"
    )
    /// Product names that are ordinary phrases.
    private static let phrases: Set<String> = [
        "one note", "one drive", "last pass", "key pass", "way fair", "hang fire", "solid works", "hot spot",
        "up work", "change own", "name cheap", "in lined", "s debt", "s bomb",
    ]
}
