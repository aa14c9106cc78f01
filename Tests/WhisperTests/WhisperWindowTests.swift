import Speech
import Testing

@testable import Recognition

@Suite struct WhisperWindowTests {
    /// An utterance of so many seconds of audio, its speech within a quarter of a second of quiet.
    private func utterance(at start: Double, seconds: Double) -> Utterance {
        let count = Int(seconds * 16_000)
        let audio = AudioBuffer(
            samples: [Float](repeating: Float(start), count: count), startSample: Int(start * 16_000))
        return Utterance(
            audio: audio,
            speech: TimeRange(startSeconds: start + 0.25, endSeconds: start + seconds - 0.25))
    }

    @Test func holdAsManyUtterancesAsFit() {
        let utterances = [(0.0, 4.0), (10, 4), (20, 3), (30, 9), (40, 1)].map(utterance)
        let windows = WhisperWindow.windows(of: utterances, limit: 160_000)
        #expect(windows.map { $0.pieces.map(\.utterance) } == [[0, 1], [2], [3, 4]])
        #expect(windows[0].samples == utterances[0].audio.samples + utterances[1].audio.samples)
    }

    @Test func utterancesThatAreTooLongArePartedWithoutLoss() {
        let long = utterance(at: 5, seconds: 25)
        let windows = WhisperWindow.windows(of: [long], limit: 160_000)
        #expect(windows.count == 3)
        #expect(windows.flatMap(\.samples) == long.audio.samples)
        #expect(windows[0].pieces[0].speech.startSeconds == 5.25)
        #expect(windows[2].pieces[0].speech.endSeconds == 29.75)
    }

    @Test func wordsGoBackToTheirUtterance() {
        let window = WhisperWindow.windows(
            of: [utterance(at: 1, seconds: 4), utterance(at: 11, seconds: 4)], limit: 480_000)[0]
        let first = window.place(TimeRange(startSeconds: 1, endSeconds: 2))
        #expect(first.piece == 0 && first.time == TimeRange(startSeconds: 2, endSeconds: 3))
        let second = window.place(TimeRange(startSeconds: 5, endSeconds: 6))
        #expect(second.piece == 1 && second.time == TimeRange(startSeconds: 12, endSeconds: 13))
    }

    @Test func wordsStayWithinTheSpeech() {
        let window = WhisperWindow.windows(
            of: [utterance(at: 1, seconds: 4), utterance(at: 11, seconds: 4)], limit: 480_000)[0]
        // It reaches from the first utterance's quiet far into the second one.
        let word = window.place(TimeRange(startSeconds: 3.5, endSeconds: 5.5))
        #expect(word.piece == 1 && word.time == TimeRange(startSeconds: 11.25, endSeconds: 12.5))
        let late = window.place(TimeRange(startSeconds: 29, endSeconds: 30))
        #expect(late.piece == 1 && late.time == TimeRange(startSeconds: 14.75, endSeconds: 14.75))
    }
}
