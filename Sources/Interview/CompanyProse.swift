/// Finds the employers that a line names behind a title and "at".
enum CompanyProse {
    /// Longer lines are not looked at; in characters.
    private static let longestProse = 4000

    /// "worked as a software engineer at Acme Corp from 2019"
    static func companies(in entry: ResumeEntry) -> [FoundCompany] {
        guard !entry.isOther, entry.line.text.count <= longestProse else { return [] }
        let words = entry.line.text.split(whereSeparator: \.isWhitespace)
        var found: [FoundCompany] = []
        for place in words.indices.dropFirst() where isAt(words[place]) {
            guard let title = title(endingAt: place - 1, in: words), let name = name(after: place, in: words)
            else {
                continue
            }
            found.append(FoundCompany(name: name, title: title, period: entry.period, lines: [entry.line]))
        }
        // Of two, the years may be those of either.
        if found.count > 1 { for place in found.indices { found[place].period = nil } }
        return found
    }

    private static func isAt(_ word: Substring) -> Bool {
        word == "at" || word == "@" || word == "At" || word == "bei"
    }

    private static func title(endingAt last: Int, in words: [Substring]) -> String? {
        guard let key = JobTitleWords.words(of: words[last]).last, JobTitleWords.isHead(key),
            words[last].last?.isLetter ?? false || words[last].hasSuffix(")")
        else { return nil }
        var first = last
        while first > 0, last - first < 5 {
            let before = words[first - 1]
            guard
                before.last.map({ $0.isLetter || $0 == "." || $0 == "/" || $0 == "+" || $0 == "#" }) ?? false,
                !articles.contains(before.lowercased()), before.first?.isLetter ?? false
            else { break }
            first -= 1
        }
        // "Reported to the Director at Acme" is about somebody else.
        if first > 1, words[first - 1].lowercased() == "the", others.contains(words[first - 2].lowercased()) {
            return nil
        }
        return words[first...last].joined(separator: " ")
    }

    private static let articles: Set<String> = [
        "a", "an", "the", "as", "is", "was", "am", "currently", "worked", "working", "and", "i", "my", "als",
        "ein",
        "eine", "former", "formerly", "previously", "then", "with", "for", "to", "by",
    ]

    private static let others: Set<String> = [
        "to", "with", "by", "from", "for", "of", "under", "and", "assisted",
    ]

    /// The capital words behind "at", up to a sign that ends them.
    private static func name(after place: Int, in words: [Substring]) -> String? {
        var name: [Substring] = []
        for word in words[(place + 1)...].prefix(7) {
            let bare = word.drop { "\"“(".contains($0) }
            guard let first = bare.first, bare.count == word.count else { break }
            let isSmall = first.isLowercase && !bare.contains(where: \.isUppercase)
            if isSmall, !joiners.contains(String(bare)) || name.isEmpty { break }
            if !first.isLetter, !first.isNumber, bare != "&" { break }
            if first.isNumber, EmploymentPeriod.first(in: "(\(bare.prefix(4)))") != nil { break }
            name.append(bare)
            if let last = bare.last, ",;:.)|!?".contains(last) { break }
        }
        while let last = name.last, joiners.contains(String(last)) || last == "&" { name.removeLast() }
        guard !name.isEmpty else { return nil }
        return CompanyName.name(in: name.joined(separator: " ")[...])
    }

    private static let joiners: Set<String> = [
        "of", "and", "the", "de", "la", "du", "der", "und", "for", "&",
    ]
}
