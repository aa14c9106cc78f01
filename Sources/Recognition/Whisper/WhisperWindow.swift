import Speech

/// Speech of a recording, piece after piece in one window of a model, and the way from a time in the window back to the
/// recording.
///
/// A window costs the same however little is said in it, and a model understands more with what was said before and after.
struct WhisperWindow {
    /// Some speech of an utterance, all of it unless it is longer than a window.
    struct Piece {
        /// Which utterance it belongs to.
        var utterance: Int
        var audio: AudioBuffer
        /// Where the speech lies in the recording.
        var speech: TimeRange
    }

    /// The pieces in the order of time.
    private(set) var pieces: [Piece] = []
    /// Their audio.
    private(set) var samples: [Float] = []

    init(_ pieces: [Piece] = []) {
        for piece in pieces { append(piece) }
    }

    private mutating func append(_ piece: Piece) {
        pieces.append(piece)
        samples += piece.audio.samples
    }

    /// The windows for utterances that follow one another, each as full as can be.
    ///
    /// - Parameter limit: The most samples of a window.
    static func windows(of utterances: [Utterance], limit: Int) -> [WhisperWindow] {
        var windows: [WhisperWindow] = []
        for piece in utterances.enumerated().flatMap({ Self.pieces(of: $1, number: $0, limit: limit) }) {
            if let last = windows.last, last.samples.count + piece.audio.samples.count <= limit {
                windows[windows.count - 1].append(piece)
            } else {
                windows.append(WhisperWindow([piece]))
            }
        }
        return windows
    }

    /// An utterance in equal parts that fit a window.
    private static func pieces(of utterance: Utterance, number: Int, limit: Int) -> [Piece] {
        let audio = utterance.audio
        let count = max(1, (audio.samples.count + limit - 1) / limit)
        return (0..<count).map { part in
            let range = part * audio.samples.count / count..<(part + 1) * audio.samples.count / count
            let start = audio.startSample
            let from = max(utterance.speech.startSeconds, AudioBuffer.seconds(start + range.lowerBound))
            let to = min(utterance.speech.endSeconds, AudioBuffer.seconds(start + range.upperBound))
            return Piece(
                utterance: number,
                audio: AudioBuffer(
                    samples: Array(audio.samples[range]), startSample: start + range.lowerBound),
                speech: TimeRange(startSeconds: from, endSeconds: max(from, to)))
        }
    }

    /// The words of each piece.
    func words(of result: WhisperWriter.Result, vocabulary: ByteLevelVocabulary) -> [[Word]] {
        var words = [[Word]](repeating: [], count: pieces.count)
        let parts = WrittenWords.parts(of: result.writing.hypothesis, vocabulary: vocabulary)
        for (part, time) in zip(parts, WrittenWords.times(of: parts, by: result.times)) {
            let place = place(time)
            words[place.piece].append(
                Word(
                    text: part.text, time: place.time, confidence: part.probability,
                    isUncertain: result.isDoubtful))
        }
        return words
    }

    /// Puts a word where it was said: the piece that its middle lies in, and its time in the recording, within the speech.
    ///
    /// - Parameter time: Its time in the window, in seconds.
    func place(_ time: TimeRange) -> (piece: Int, time: TimeRange) {
        let middle = (time.startSeconds + time.endSeconds) / 2
        var start = 0.0
        for (number, piece) in pieces.enumerated() {
            let end = start + AudioBuffer.seconds(piece.audio.samples.count)
            if middle < end || number + 1 == pieces.count {
                let shift = piece.audio.time.startSeconds - start
                let speech = piece.speech
                let within = { (seconds: Double) in
                    min(max(seconds + shift, speech.startSeconds), speech.endSeconds)
                }
                return (
                    number,
                    TimeRange(startSeconds: within(time.startSeconds), endSeconds: within(time.endSeconds))
                )
            }
            start = end
        }
        return (0, time)
    }
}
