import Speech

/// Cuts text into subtitles that can be read: at most two lines of 42 characters and 7 seconds, cut at the ends of
/// sentences and at pauses.
///
/// The bounds are those of Netflix's "Timed Text Style Guide: General Requirements" and its English guide.
struct CueCutter {
    static let limitSeconds = 7.0
    static let limitLines = 2
    static let lineCharacters = 42
    /// A pause that always ends a cue, in seconds: shorter ones are breath.
    static let pauseSeconds = 0.8
    /// How much a cue must hold for the end of a sentence to end it: "Yes." stays with what follows.
    static let sentenceCharacters = 20

    /// Text with its time; shorter than a line.
    private struct Part {
        var text: String
        var time: TimeRange
        var utterance: Int
    }

    /// The cues of a text, in the order of time; none begins before the one before it has ended.
    func cues(of pieces: [WrittenTranscript.Piece]) -> [Cue] {
        var cues: [Cue] = []
        var open: [Part] = []
        for part in pieces.flatMap(parts) {
            if let last = open.last, isBreak(after: last, of: open, before: part) {
                append(open, to: &cues)
                open = []
            }
            // What a cut leaves may still be too much together with the next part.
            while !open.isEmpty, !fits(open + [part]) {
                let cut = bestCut(open, before: part)
                append(Array(open[..<cut]), to: &cues)
                open.removeFirst(cut)
            }
            open.append(part)
        }
        append(open, to: &cues)
        return cues
    }

    /// Lines of at most `lineCharacters`, broken between words; two of them about as long as each other.
    static func lines(of texts: [String]) -> [String] {
        let lines = filledLines(of: texts)
        guard lines.count == 2 else { return lines }
        let halves = (1..<texts.count).map { cut in
            [texts[..<cut], texts[cut...]].map { $0.joined(separator: " ") }
        }
        return halves.min { longest($0) < longest($1) } ?? lines
    }

    private static func longest(_ lines: [String]) -> Int { lines.map(\.count).max() ?? 0 }

    /// Lines that each hold as many words as go in.
    private static func filledLines(of texts: [String]) -> [String] {
        var lines: [String] = []
        for text in texts {
            if let last = lines.last, last.count + 1 + text.count <= lineCharacters {
                lines[lines.count - 1] = last + " " + text
            } else {
                lines.append(text)
            }
        }
        return lines
    }

    /// A piece as parts that fit on a line; the time of a longer one is shared out by the characters.
    private func parts(_ piece: WrittenTranscript.Piece) -> [Part] {
        let words = piece.text.onOneLine.split(separator: " ").flatMap { word in
            stride(from: 0, to: word.count, by: Self.lineCharacters).map {
                String(word.dropFirst($0).prefix(Self.lineCharacters))
            }
        }
        let total = Double(words.reduce(0) { $0 + $1.count })
        var share = 0.0
        return words.map { word in
            let start = piece.time.startSeconds + piece.time.durationSeconds * share / total
            share += Double(word.count)
            let end = piece.time.startSeconds + piece.time.durationSeconds * share / total
            return Part(
                text: word, time: TimeRange(startSeconds: start, endSeconds: end), utterance: piece.utterance)
        }
    }

    private func isBreak(after last: Part, of open: [Part], before next: Part) -> Bool {
        if gap(last, next) >= Self.pauseSeconds { return true }
        return endsSentence(last.text) && characters(open) >= Self.sentenceCharacters
    }

    private func fits(_ parts: [Part]) -> Bool {
        guard let first = parts.first, let last = parts.last else { return true }
        return last.time.endSeconds - first.time.startSeconds <= Self.limitSeconds
            && Self.filledLines(of: parts.map(\.text)).count <= Self.limitLines
    }

    /// How many of the open parts make the cue when the next one has no room: all, or fewer where the second half holds
    /// a better place to cut, which leaves what follows it together.
    private func bestCut(_ open: [Part], before next: Part) -> Int {
        let all = open + [next]
        let cuts = max(1, open.count / 2 + 1)...open.count
        return cuts.max { first, second in
            let scores = [first, second].map { merit(all[$0 - 1], all[$0]) }
            return scores[0] == scores[1] ? first < second : scores[0] < scores[1]
        } ?? open.count
    }

    private func merit(_ last: Part, _ next: Part) -> Double {
        var merit = min(gap(last, next), Self.pauseSeconds)
        if endsSentence(last.text) { merit += 1 }
        if last.text.last.map({ ",;:".contains($0) }) == true || last.utterance != next.utterance {
            merit += 0.3
        }
        return merit
    }

    private func gap(_ first: Part, _ second: Part) -> Double {
        second.time.startSeconds - first.time.endSeconds
    }

    private func characters(_ parts: [Part]) -> Int { parts.reduce(0) { $0 + $1.text.count + 1 } - 1 }

    private func endsSentence(_ text: String) -> Bool { text.last.map { ".?!".contains($0) } == true }

    private func append(_ parts: [Part], to cues: inout [Cue]) {
        guard let first = parts.first, let last = parts.last else { return }
        let start = max(Milliseconds.of(first.time.startSeconds), cues.last?.endMilliseconds ?? 0)
        // A word that a recogniser stretched over a long silence is not shown for all of it.
        let limit = start + Int(Self.limitSeconds * 1000)
        let end = min(max(Milliseconds.of(last.time.endSeconds), start + 1), limit)
        cues.append(
            Cue(startMilliseconds: start, endMilliseconds: end, lines: Self.lines(of: parts.map(\.text))))
    }
}
