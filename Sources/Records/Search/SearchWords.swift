import SQL

/// What somebody looks for: words in whatever form, all of which must be there; words in quotes stand side by side, a
/// word behind a hyphen must not be there, and `or` stands between what may be there instead. Any text is one of these.
/// Words of `SearchStopWords` are not looked for, but between others in quotes: there SQLite wants the same word, and PostgreSQL any.
struct SearchWords: Sendable, Hashable {
    /// One word, or several side by side.
    private struct Term: Sendable, Hashable {
        var words: String
        var isExcluded: Bool

        /// As both databases quote it.
        var quoted: String { "\"\(words)\"" }
    }

    /// Alternatives, each of terms that hold together and at least one that must be there.
    private let alternatives: [[Term]]

    /// The most characters that are read of a text.
    static let limitCharacters = 400
    /// The most terms that are looked for.
    static let limitTerms = 32

    init(_ text: String) {
        var alternatives: [[Term]] = [[]]
        for term in Self.terms(text.prefix(Self.limitCharacters)).prefix(Self.limitTerms) {
            if let term {
                alternatives[alternatives.count - 1].append(term)
            } else {
                alternatives.append([])
            }
        }
        self.alternatives = alternatives.filter { $0.contains { !$0.isExcluded } }
    }

    /// Whether there is nothing to look for.
    var isEmpty: Bool { alternatives.isEmpty }

    /// The terms of a text; `nil` for an `or` between two.
    private static func terms(_ text: Substring) -> [Term?] {
        var terms: [Term?] = []
        var rest = text
        while let first = rest.first {
            if first.isWhitespace {
                rest = rest.dropFirst()
                continue
            }
            let isExcluded = first == "-"
            if isExcluded { rest = rest.dropFirst() }
            let isQuoted = rest.first == "\""
            if isQuoted { rest = rest.dropFirst() }
            let words = rest.prefix { isQuoted ? $0 != "\"" : !$0.isWhitespace && $0 != "\"" }
            rest = rest.dropFirst(words.count)
            if isQuoted { rest = rest.dropFirst() }
            if !isQuoted, !isExcluded, words.lowercased() == "or" {
                terms.append(nil)
            } else if let said = said(words) {
                terms.append(Term(words: said, isExcluded: isExcluded))
            }
        }
        return terms
    }

    /// The words of a text, without those at its ends that stand in most texts; `nil` when nothing is left. A mark above a sign
    /// makes another character of it, so it is looked at scalar by scalar.
    private static func said(_ text: Substring) -> String? {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let category = scalar.properties.generalCategory
            kept.append(category.isOfWord || category.isOfMark ? scalar : " ")
        }
        // A mark without a letter is no word.
        var words = String(kept).split(separator: " ").filter { word in
            word.unicodeScalars.contains { $0.properties.generalCategory.isOfWord }
        }[...]
        while let first = words.first, isStopWord(first) { words.removeFirst() }
        while let last = words.last, isStopWord(last) { words.removeLast() }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    private static func isStopWord(_ word: Substring) -> Bool {
        SearchStopWords.all.contains(word.lowercased()[...])
    }

    // MARK: SQL

    /// Where texts and the index of their words stand, as `texts`.
    func source(_ dialect: SQLDialect) -> SQLQuery {
        switch dialect {
        case .sqlite: "search_index JOIN search_texts AS texts ON texts.id = search_index.rowid"
        case .postgres:
            "search_texts AS texts CROSS JOIN websearch_to_tsquery('english', \(webSearch)) AS wanted"
        }
    }

    /// That a text fits.
    func condition(_ dialect: SQLDialect) -> SQLQuery {
        switch dialect {
        case .sqlite: "search_index MATCH \(match)"
        case .postgres: "texts.words @@ wanted"
        }
    }

    /// How well a text fits; more is better.
    static func score(_ dialect: SQLDialect) -> SQLQuery {
        switch dialect {
        // SQLite's is the less the better.
        case .sqlite: "-bm25(search_index)"
        case .postgres: "ts_rank_cd(texts.words, wanted)"
        }
    }

    /// A piece of a text around what fits, with `SearchHit.marks` around the words.
    static func snippet(_ dialect: SQLDialect) -> SQLQuery {
        let (start, end) = SearchHit.marks
        return switch dialect {
        case .sqlite: "snippet(search_index, 0, \(start), \(end), '\u{2026}', 24)"
        case .postgres:
            """
            ts_headline('english', texts.text, wanted,
                \("StartSel=\"\(start)\", StopSel=\"\(end)\", MaxWords=24, MinWords=12, ShortWord=0"))
            """
        }
    }

    /// As SQLite's full-text index reads it (https://www.sqlite.org/fts5.html#full_text_query_syntax).
    private var match: String {
        alternatives.map { terms in
            let wanted = terms.filter { !$0.isExcluded }.map(\.quoted).joined(separator: " AND ")
            let excluded = terms.filter(\.isExcluded).map { " NOT \($0.quoted)" }.joined()
            return "((\(wanted))\(excluded))"
        }.joined(separator: " OR ")
    }

    /// As PostgreSQL's `websearch_to_tsquery` reads it.
    private var webSearch: String {
        alternatives.map { terms in
            terms.map { ($0.isExcluded ? "-" : "") + $0.quoted }.joined(separator: " ")
        }.joined(separator: " or ")
    }
}

extension Unicode.GeneralCategory {
    /// Whether both databases take it for a part of a word.
    fileprivate var isOfWord: Bool {
        switch self {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }

    /// Whether it belongs to the letter before it.
    fileprivate var isOfMark: Bool { self == .nonspacingMark || self == .spacingMark }
}
