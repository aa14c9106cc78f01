import Speech

/// Cuts heard words into terms, numbers, acronyms and words, each as it is written inside a sentence.
struct PieceWriter {
    private let words: [SaidWord]
    private let texts: [String]
    /// For each word the place behind the last that was said together with it.
    private let ends: [Int]
    private let terms: TermMatcher

    /// The parts of a term or a number are not further apart.
    private static let limitPauseSeconds = 0.8
    /// A longer run of letters is not one acronym.
    private static let limitLetters = 12

    init(words: [SaidWord], terms: TermMatcher) {
        self.words = words
        self.terms = terms
        texts = words.map(\.text)
        var ends = Array(repeating: words.count, count: words.count)
        for place in words.indices.dropLast().reversed() {
            let pause = words[place + 1].time.startSeconds - words[place].time.endSeconds
            let isApart = pause > Self.limitPauseSeconds || words[place + 1].isFilledPause
            ends[place] = isApart || words[place].isFilledPause ? place + 1 : ends[place + 1]
        }
        self.ends = ends
    }

    /// The pieces in the order of time.
    func pieces() -> [WrittenPiece] {
        var pieces: [WrittenPiece] = []
        var place = 0
        while place < words.count {
            let (text, length) = written(at: place)
            pieces.append(piece(text, place..<place + length))
            place += length
        }
        return pieces
    }

    private func written(at place: Int) -> (text: String, length: Int) {
        if words[place].isFilledPause { return (texts[place], 1) }
        let stretch = stretch(at: place)
        if let term = terms.match(stretch, in: texts) { return term }
        if let number = NumberWriter.write(stretch, before: before(place)) { return number }
        if let letters = letters(at: place) { return letters }
        return (ProperNames.written(texts[place], before: before(place)), 1)
    }

    private func stretch(at place: Int) -> ArraySlice<String> { texts[place..<ends[place]] }

    private func before(_ place: Int) -> String? { place > 0 ? texts[place - 1] : nil }

    /// Joins a run of single letters to an acronym. "A" and "I" are words as well, so a run of them alone stays apart, and
    /// they are not taken as the first letter of a run of two.
    private func letters(at place: Int) -> (text: String, length: Int)? {
        var end = place
        while end < ends[place], end - place < Self.limitLetters, Self.isLetter(texts[end]) {
            // A term that begins inside the run is cut out of it: "a s q l" is "a SQL".
            if end > place, let term = terms.match(stretch(at: end), in: texts), term.length > 1 { break }
            end += 1
        }
        let run = texts[place..<end]
        let isWordLetter = run.map { $0 == "a" || $0 == "i" }
        let isSpelled = run.count > 2 && isWordLetter.contains(false)
        let isPair = run.count == 2 && isWordLetter.first == false
        guard isSpelled || isPair else { return nil }
        return (run.joined().uppercased(), run.count)
    }

    private static func isLetter(_ text: String) -> Bool {
        text.count == 1 && text.allSatisfy { $0.isLetter && $0.isASCII }
    }

    private func piece(_ text: String, _ range: Range<Int>) -> WrittenPiece {
        let first = words[range.lowerBound]
        let last = words[range.upperBound - 1]
        return WrittenPiece(
            text: text, first: first.text, last: last.text, words: first.place..<last.place + 1,
            time: TimeRange(startSeconds: first.time.startSeconds, endSeconds: last.time.endSeconds),
            isUncertain: words[range].contains(where: \.isUncertain), isFilledPause: first.isFilledPause)
    }
}
