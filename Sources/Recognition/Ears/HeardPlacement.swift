import HTTPClient
import Speech

/// Places what another ear heard in its utterance, as words in the order of time.
struct HeardPlacement: Sendable {
    /// How far outside of the audio a time may lie: Whisper hears windows of 30 s and may place a word anywhere in the last.
    private static let toleranceSeconds = 30.0

    let utterance: Utterance

    /// The words with times from the start of the recording that lie within the utterance's audio, none before the one
    /// before it. Words without times are spread by their length, over their segment or over the speech.
    ///
    /// - Throws: `HeardTextError.wrongTime` when a time lies so far outside that the others cannot be trusted.
    func words(_ heard: HeardText) throws(HeardTextError) -> [Word] {
        var placed: [Placed] = []
        for piece in heard.pieces {
            try check(piece)
            placed += Self.split(piece)
        }
        fill(&placed)
        let audio = utterance.audio.time
        var words: [Word] = []
        for one in placed {
            var start = clamped(audio.startSeconds + (one.start ?? 0))
            if let last = words.indices.last {
                start = max(start, words[last].time.startSeconds)
                words[last].time.endSeconds = min(words[last].time.endSeconds, start)
            }
            let end = max(start, clamped(audio.startSeconds + (one.end ?? 0)))
            words.append(
                Word(
                    text: one.text, time: TimeRange(startSeconds: start, endSeconds: end),
                    confidence: one.confidence, isUncertain: one.isDoubtful))
        }
        return words
    }

    /// A word on its way to its place; times in seconds from the start of the audio.
    private struct Placed {
        var text: String
        var start: Double?
        var end: Double?
        var confidence: Double?
        var isDoubtful: Bool

        /// Its share of the time: its letters and the moment between two words.
        var weight: Double { Double(text.count) + 1 }
    }

    private func check(_ piece: HeardText.Piece) throws(HeardTextError) {
        let duration = utterance.audio.time.durationSeconds
        for seconds in [piece.startSeconds, piece.endSeconds].compactMap({ $0 }) {
            guard seconds >= -Self.toleranceSeconds, seconds <= duration + Self.toleranceSeconds else {
                throw .wrongTime(
                    text: ServiceText.excerpt(piece.text, limit: 40), seconds: seconds,
                    durationSeconds: duration)
            }
        }
    }

    /// The words of a piece, spread over its time where it has one.
    private static func split(_ piece: HeardText.Piece) -> [Placed] {
        var placed = HeardSpelling.words(piece.text).map {
            Placed(text: $0, confidence: piece.confidence, isDoubtful: piece.isDoubtful)
        }
        if let start = piece.startSeconds, let end = piece.endSeconds {
            spread(&placed, placed.indices, from: start, to: max(start, end))
        } else if let first = placed.indices.first {
            // Half of a time is worth keeping: the other end is found from the neighbours.
            placed[first].start = piece.startSeconds
            placed[placed.count - 1].end = piece.endSeconds
        }
        return placed
    }

    /// Gives times to words that have none, between those that have.
    private func fill(_ placed: inout [Placed]) {
        let audio = utterance.audio.time
        // The quiet around the speech holds no words.
        let speechStart = min(max(utterance.speech.startSeconds, audio.startSeconds), audio.endSeconds)
        let speechEnd = min(max(utterance.speech.endSeconds, speechStart), audio.endSeconds)
        let isKnown = speechEnd > speechStart
        let first = isKnown ? speechStart - audio.startSeconds : 0
        let last = isKnown ? speechEnd - audio.startSeconds : audio.durationSeconds
        var place = 0
        while place < placed.count {
            guard placed[place].start == nil || placed[place].end == nil else {
                place += 1
                continue
            }
            // A stretch ends after a word that knows its end, and before one that knows its start.
            var end = place + 1
            while end < placed.count, placed[end - 1].end == nil, placed[end].start == nil { end += 1 }
            let before = place > 0 ? placed[place - 1].end : nil
            let from = placed[place].start ?? before ?? first
            let after = end < placed.count ? placed[end].start : nil
            let to = placed[end - 1].end ?? after ?? last
            Self.spread(&placed, place..<end, from: from, to: max(from, to))
            place = end
        }
    }

    private static func spread(_ placed: inout [Placed], _ range: Range<Int>, from: Double, to: Double) {
        let total = placed[range].reduce(0) { $0 + $1.weight }
        var passed = 0.0
        for place in range {
            placed[place].start = from + (to - from) * passed / total
            passed += placed[place].weight
            placed[place].end = from + (to - from) * passed / total
        }
    }

    private func clamped(_ seconds: Double) -> Double {
        let audio = utterance.audio.time
        return min(max(seconds, audio.startSeconds), audio.endSeconds)
    }
}
