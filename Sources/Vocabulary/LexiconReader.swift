public import Speech

/// Reads files of terms into entries.
///
/// A line holds one term: as people write it, ` = `, and the ways to say it, the commonest first, separated by commas. A way is
/// made of parts with blanks between them: one capital letter is that letter's name, `/PH ON ES/` are phones, a word in
/// lower case sounds as the general dictionary says. Lines that begin with `#` are comments.
///
/// ```
/// # Databases
/// PostgreSQL = post /G R EH S/ Q L, /P OW S T G R EH S/
/// SQL = S Q L, sequel
/// ```
public struct LexiconReader: Sendable {
    /// A file of terms: its name, for messages, and its text.
    public struct File: Sendable {
        /// The name that mistakes are told with.
        public var name: String
        /// What it holds.
        public var text: String

        /// A file that is already read.
        public init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    /// An entry keeps no more pronunciations: each makes a recogniser slower and more easily misled.
    public static let limitPronunciations = 6

    private let pronunciations: (@Sendable (String) -> [Pronunciation])?

    /// A reader for writing and judging: its entries have no pronunciations, so it needs no dictionary.
    public init() { pronunciations = nil }

    /// A reader that takes the sound of words from a general dictionary: `pronunciations` gives those of a word in lower
    /// case, the commonest first; none when it does not know the word.
    public init(pronunciations: @escaping @Sendable (String) -> [Pronunciation]) {
        self.pronunciations = pronunciations
    }

    /// The terms of one file in its order.
    ///
    /// - Throws: `LexiconError` with every mistake in it.
    public func entries(of text: String, file name: String) throws(LexiconError) -> [LexiconEntry] {
        try entries(of: [File(name: name, text: text)])
    }

    /// The terms of several files in their order. A term may stand in one of them only.
    ///
    /// - Throws: `LexiconError` with every mistake in them.
    public func entries(of files: [File]) throws(LexiconError) -> [LexiconEntry] {
        var entries: [LexiconEntry] = []
        var places: [String: String] = [:]
        var mistakes: [LexiconError.Mistake] = []
        for file in files {
            let text = file.text.hasPrefix("\u{FEFF}") ? file.text.dropFirst() : file.text[...]
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            for (index, line) in lines.enumerated() {
                do throws(SpokenWay.Mistake) {
                    guard let entry = try entry(of: line) else { continue }
                    if let place = places[entry.token] {
                        throw SpokenWay.Mistake(
                            problem: "\"\(entry.written)\" already stands in \(place)",
                            remedy: "Write all its ways in one line and remove the other.")
                    }
                    places[entry.token] = "\(file.name):\(index + 1)"
                    entries.append(entry)
                } catch {
                    mistakes.append(
                        LexiconError.Mistake(
                            file: file.name, line: index + 1, problem: error.problem, remedy: error.remedy))
                }
            }
        }
        guard mistakes.isEmpty else { throw LexiconError(mistakes: mistakes) }
        return entries
    }

    /// The entry of a line; `nil` for a comment and an empty line.
    private func entry(of line: Substring) throws(SpokenWay.Mistake) -> LexiconEntry? {
        let line = trimmed(line)
        guard !line.isEmpty, line.first != "#" else { return nil }
        let example = "Write it as in: SQL = S Q L, sequel."
        // The term may hold the sign itself ("===" or "a=b"), so it is the first with blanks around it that separates.
        guard let sign = line.firstRange(of: " = ") else {
            throw SpokenWay.Mistake(
                problem: "\"\(line)\" has no \" = \" between a term and the ways to say it", remedy: example)
        }
        let term = trimmed(line[..<sign.lowerBound])
        guard !term.isEmpty else { throw SpokenWay.Mistake(problem: "there is no term", remedy: example) }
        guard !term.contains(where: \.isWhitespace) else {
            throw SpokenWay.Mistake(
                problem: "the term \"\(term)\" holds a blank",
                remedy: "Write each of its words as a term of its own, if the dictionary lacks it.")
        }
        // A recogniser's dictionary marks a second pronunciation so.
        guard !term.contains(where: { "()".contains($0) }) else {
            throw SpokenWay.Mistake(
                problem: "the term \"\(term)\" holds a bracket", remedy: "Write it without brackets.")
        }
        var ways: [SpokenWay] = []
        for way in line[sign.upperBound...].split(separator: ",", omittingEmptySubsequences: false) {
            ways.append(try SpokenWay(trimmed(way)))
        }
        return LexiconEntry(
            written: String(term), pronunciations: try pronunciations(of: ways),
            said: unique(ways.compactMap(\.words)))
    }

    /// The pronunciations of all ways: first the commonest of each, so that none is crowded out, then those that
    /// other pronunciations of their words give.
    private func pronunciations(of ways: [SpokenWay]) throws(SpokenWay.Mistake) -> [Pronunciation] {
        guard pronunciations != nil else { return [] }
        var variants: [[Pronunciation]] = []
        for way in ways { variants.append(try combinations(of: way)) }
        let ordered = variants.compactMap(\.first) + variants.flatMap { $0.dropFirst() }
        return Array(unique(ordered).prefix(Self.limitPronunciations))
    }

    private func combinations(of way: SpokenWay) throws(SpokenWay.Mistake) -> [Pronunciation] {
        var combinations: [[Phone]] = [[]]
        for part in way.parts {
            let choices = try choices(of: part)
            // The first of every part comes first; the last part varies fastest.
            combinations = Array(
                combinations.flatMap { before in choices.map { before + $0.phones } }
                    .prefix(Self.limitPronunciations))
        }
        return combinations.map { Pronunciation($0) }
    }

    private func choices(of part: SpokenWay.Part) throws(SpokenWay.Mistake) -> [Pronunciation] {
        switch part {
        case .phones(let pronunciation): return [pronunciation]
        case .letter(let letter): return LetterNames.pronunciation(of: letter).map { [$0] } ?? []
        case .word(let word):
            let found = pronunciations?(word) ?? []
            guard !found.isEmpty else {
                throw SpokenWay.Mistake(
                    problem: "the dictionary has no word \"\(word)\"",
                    remedy: "Write how it sounds between slashes, for example /K UW B ER/.")
            }
            return found
        }
    }

    private func trimmed(_ text: Substring) -> Substring {
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return text[first...last]
    }

    private func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
        var seen: Set<Element> = []
        return elements.filter { seen.insert($0).inserted }
    }
}
