extension SkillText {
    /// Whether what is named at a place is said not to be wanted: behind "no", "not", "without", "instead of" or "rather than"
    /// in the same clause, with three words between at most, as in "not looking for a Java developer".
    ///
    /// A denial behind the name, as in "Java is not needed", is not seen.
    func isDenied(at place: Int) -> Bool {
        var word = place
        while word > 0, place - word <= Self.mostBetween, !beginsClause(word) {
            word -= 1
            if Self.clauseBeginnings.contains(words[word].key) { return false }
            if denies(word) { return true }
        }
        return false
    }

    /// So many words stand between a denial and what it denies.
    private static let mostBetween = 3

    /// Whether a word is the first of its line or stands behind a sign that ends a clause. Hyphens within words and slashes
    /// end none.
    private func beginsClause(_ place: Int) -> Bool {
        words[place].beginsLine || words[place].signsBefore.contains { ".!?:;,()|•·–—".contains($0) }
            || words[place].signsBefore.contains("-") && !words[place].isJoined
    }

    /// Whether a word denies what comes behind it. "Not only", "no matter" and the like deny nothing, nor does "no-code".
    private func denies(_ place: Int) -> Bool {
        let word = words[place]
        let next = place + 1 < words.count && !words[place + 1].beginsLine ? words[place + 1] : nil
        if let next, Self.undone.contains(next.key) || next.isJoined && next.signsBefore == "-" {
            return false
        }
        let before = place > 0 && !word.beginsLine ? words[place - 1].key : ""
        switch word.key {
        case "no", "without": return true
        case "not": return !["why", "or"].contains(before)
        case "t":
            return word.isJoined && ["'", "’"].contains(word.signsBefore)
                && ["don", "doesn", "didn", "isn", "aren"].contains(before)
        case "of": return before == "instead"
        case "than": return before == "rather"
        default: return false
        }
    }

    /// Words with which another clause begins, without a sign before them.
    private static let clauseBeginnings: Set<String> = [
        "but", "we", "you", "they", "i", "which", "that", "while", "although", "because", "yet", "however",
    ]

    /// Words behind a denial that take it back: "not only", "not limited to", "no matter", "not afraid of", "no stranger to".
    private static let undone: Set<String> = [
        "only", "just", "merely", "simply", "solely", "limited", "least", "less", "fewer", "later", "matter",
        "doubt",
        "afraid", "stranger",
    ]
}
