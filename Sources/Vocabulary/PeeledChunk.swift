/// A chunk of a text without the punctuation around it.
struct PeeledChunk {
    /// What is left without punctuation; empty when there was nothing else.
    var core: [Character]
    /// The words it stands for as a whole, when it is a term, an abbreviation or a known word with dots.
    var whole: [String]?
    var beginsLine: Bool
    private var hasEnd: Bool
    /// Whether no punctuation stands between it and the next chunk.
    var isFollowed: Bool

    var text: String { String(core) }

    /// No more marks than these are tried as part of a term, such as the dot of `.NET`.
    private static let limitMarks = 4

    init(_ chunk: TextChunk, words: CompoundText) {
        self = Self.plain(chunk, words: words) ?? PeeledChunk(peeling: chunk, words: words)
    }

    private init(core: [Character], whole: [String], beginsLine: Bool, mark: Character?) {
        self.core = core
        self.whole = whole
        self.beginsLine = beginsLine
        hasEnd = mark.map { ".!?".contains($0) } ?? false
        isFollowed = mark == nil
    }

    /// A chunk of small letters, the first maybe a capital, with at most one mark behind it: most of a text, and said
    /// without further looking. `nil` for others.
    private static func plain(_ chunk: TextChunk, words: CompoundText) -> PeeledChunk? {
        var core = chunk.characters[...]
        let mark = core.last.flatMap { ".,;:!?".contains($0) ? $0 : nil }
        if mark != nil { core = core.dropLast() }
        guard let first = core.first, first.isASCII, first.isLetter,
            core.dropFirst().allSatisfy({ ("a"..."z").contains($0) }),
            mark == nil || words.whole(chunk.characters[...]) == nil
        else { return nil }
        let whole = words.whole(core) ?? [String(core).lowercased()]
        return PeeledChunk(core: Array(core), whole: whole, beginsLine: chunk.beginsLine, mark: mark)
    }

    private init(peeling chunk: TextChunk, words: CompoundText) {
        let characters = chunk.characters
        beginsLine = chunk.beginsLine
        // Signs without a word between them ("->") are looked at as they are.
        let hasWord = characters.contains { $0.isLetter || $0.isNumber }
        var lead = hasWord ? characters.prefix { Self.opening.contains($0) }.count : 0
        // The point of ".5" belongs to it.
        if lead > 0, characters[lead - 1] == ".", characters[lead].isNumber { lead -= 1 }
        let trail = hasWord ? characters.reversed().prefix { Self.closing.contains($0) }.count : 0
        core = Array(characters[lead..<characters.count - trail])
        whole = nil
        var end = trail
        search: for first in max(0, lead - Self.limitMarks)...lead {
            for last in max(0, trail - Self.limitMarks)...trail where first + last < characters.count {
                let candidate = characters[first..<characters.count - last]
                guard let found = words.whole(candidate) else { continue }
                whole = found
                core = Array(candidate)
                end = last
                break search
            }
        }
        let marks = String(characters.suffix(hasWord ? end : characters.count))
        // The question mark of "[word?]" marks a doubtful word.
        let ending = marks.hasPrefix("?]") ? String(marks.dropFirst(2)) : marks
        hasEnd = ending.contains { ".!?…".contains($0) }
        isFollowed = !ending.contains { ".!?…,;:".contains($0) }
    }

    /// Whether a sentence ends with it. The dot of "etc." ends one only before a capital, that of "a.m." or "Dr." none.
    func endsSentence(before next: PeeledChunk?) -> Bool {
        hasEnd
            || SpokenSigns.endings.contains(text.lowercased()) && next?.core.first?.isUppercase == true
    }

    private static let opening: Set<Character> = [
        "(", "[", "{", "\"", "'", "<", "«", "*", "_", ".", "¿", "¡",
    ]
    private static let closing: Set<Character> = [
        ")", "]", "}", "\"", "'", ">", "»", "*", "_", ".", ",", ";", ":", "!", "?", "…",
    ]
}
