import Speech

/// A term to be heard, with the ways a recogniser may write it.
struct KeyTerm: Hashable, Codable {
    /// As people write it, for example `PostgreSQL`.
    var written: String
    /// As it may stand in a transcript otherwise, for example `post gress q l`.
    var said: [String] = []

    /// The words of all forms, the written one first.
    var spokenForms: [[String]] { ([written] + said).map(SpokenWords.words).filter { !$0.isEmpty } }

    /// The terms of a table's cell: `PostgreSQL = post gress q l, postgres | CI/CD = c i c d`.
    static func list(_ cell: String) -> [KeyTerm] {
        cell.split(separator: "|").compactMap { part in
            // A term may hold an equals sign, so it is parted at one with blanks around it.
            let halves = part.split(separator: " = ", maxSplits: 1).map { $0.trimmed(while: \.isWhitespace) }
            guard let written = halves.first, !written.isEmpty else { return nil }
            let said = halves.dropFirst().first?.split(separator: ",") ?? []
            return KeyTerm(written: written, said: said.map { $0.trimmed(while: \.isWhitespace) })
        }
    }

    /// Where the term stands in words as `SpokenWords` gives them: whole words whose letters together are one of its
    /// forms, a plural or possessive "s" allowed. "back end" is "backend", "c i c d" is "CI/CD".
    func ranges(in words: [String]) -> [Range<Int>] {
        let forms = Set(spokenForms.map(Self.letters))
        let longest = (forms.map(\.count).max() ?? 0) + 1
        var ranges: [Range<Int>] = []
        var start = 0
        while start < words.count {
            var letters = ""
            var end = start
            var found: Int?
            while end < words.count, letters.count <= longest {
                letters += Self.letters([words[end]])
                end += 1
                if forms.contains(letters)
                    || letters.last == "s" && forms.contains(String(letters.dropLast()))
                {
                    found = end
                }
            }
            if let found { ranges.append(start..<found) }
            start = found ?? start + 1
        }
        return ranges
    }

    /// Whether the term stands in words as `SpokenWords` gives them.
    func occurs(in words: [String]) -> Bool { !ranges(in: words).isEmpty }

    private static func letters(_ words: [String]) -> String {
        words.joined().filter { $0 != "'" }
    }
}
