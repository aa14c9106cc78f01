/// The words of a text by their writing systems: the languages of those that are not Latin, and the Latin words themselves.
struct ScriptWords {
    /// A word in Latin letters.
    struct Latin {
        /// In lower case, with its marks and apostrophes.
        var text: String
        /// Whether it begins with a capital where no sentence begins, as names do.
        var isName: Bool
    }

    /// How many words there are in each language of another script, by its code.
    private(set) var sizes: [String: Double] = [:]
    /// How sure each of them is, 0...1.
    private(set) var certainties: [String: Double] = [:]
    /// The Latin words in their order. What holds figures, signs or a capital inside is no word of a language.
    private(set) var latin: [Latin] = []

    init(_ text: String, limit: Int) {
        var letters: [WritingSystem: Double] = [:]
        var others: [WritingSystem: [String]] = [:]
        var isStart = true
        var count = 0
        let isShouted = !text.unicodeScalars.contains { $0.properties.isLowercase }
        for chunk in text.split(whereSeparator: {
            $0.isWhitespace || $0 == "-" || $0 == "\u{2013}" || $0 == "\u{2014}"
        }) {
            guard count < limit else { break }
            let word = Self.trimmed(chunk)
            if let system = Self.system(of: word) {
                count += 1
                if system == .latin {
                    if Self.isWord(word, isShouted: isShouted) {
                        latin.append(
                            Latin(
                                text: Self.plain(word),
                                isName: !isStart && !isShouted && word.first?.isUppercase == true))
                    }
                } else if let perWord = system.lettersPerWord {
                    let scalars = word.unicodeScalars.compactMap(WritingSystem.init)
                    for system in scalars where system != .latin {
                        letters[system, default: 0] += 1 / perWord
                    }
                    count += scalars.count / Int(perWord)
                } else if word.count > 1 {
                    // A letter alone is a sign of mathematics.
                    others[system, default: []].append(word.lowercased())
                }
            }
            isStart = chunk.last.map { ".!?:\"\u{201C}\u{201E}(".contains($0) } ?? false
        }
        add(others)
        add(unparted: letters)
    }

    private mutating func add(_ others: [WritingSystem: [String]]) {
        for (system, words) in others {
            let (code, certainty) = LettersOfScripts.language(of: words, in: system)
            guard let code else { continue }
            sizes[code, default: 0] += Double(words.count)
            certainties[code] = certainty
        }
    }

    /// Chinese letters among Japanese ones are Japanese; Korean has blanks and stands with the others.
    private mutating func add(unparted letters: [WritingSystem: Double]) {
        let kana = letters[.kana] ?? 0
        let han = letters[.han] ?? 0
        if kana + han > 0 {
            let code = kana >= 0.05 * (kana + han) ? "ja" : "zh"
            sizes[code, default: 0] += kana + han
            certainties[code] = 0.95
        }
        for (system, size) in letters where system != .kana && system != .han {
            guard let code = LettersOfScripts.language(of: [], in: system).code else { continue }
            sizes[code, default: 0] += size
            certainties[code] = 1
        }
    }

    /// The system of most of a word's letters, that of the first where two have as many.
    private static func system(of word: Substring) -> WritingSystem? {
        var counts: [(system: WritingSystem, count: Int)] = []
        for system in word.unicodeScalars.lazy.compactMap(WritingSystem.init) {
            if let place = counts.firstIndex(where: { $0.system == system }) {
                counts[place].count += 1
            } else {
                counts.append((system, 1))
            }
        }
        return counts.reversed().max { $0.count < $1.count }?.system
    }

    private static func trimmed(_ chunk: Substring) -> Substring {
        guard let first = chunk.firstIndex(where: { $0.isLetter || $0.isNumber }),
            let last = chunk.lastIndex(where: { $0.isLetter || $0.isNumber })
        else { return "" }
        return chunk[first...last]
    }

    private static func isApostrophe(_ character: Character) -> Bool {
        character == "'" || character == "\u{2019}"
    }

    private static func plain(_ word: Substring) -> String {
        String(word.lowercased().map { isApostrophe($0) ? "'" : $0 })
    }

    private static func isWord(_ word: Substring, isShouted: Bool) -> Bool {
        guard word.allSatisfy({ $0.isLetter || isApostrophe($0) }) else { return false }
        // "camelCase", "SQL" and "DOS" are terms; a letter alone is a variable as often as a word.
        return isShouted || !word.dropFirst().contains(where: \.isUppercase)
    }
}
