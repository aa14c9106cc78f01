import Speech
import Synchronization

/// A recogniser that says what it was prepared for and where each utterance begins; it fails on the utterances that
/// `fails` picks.
final class ScriptedRecognizer: Recognizer {
    let name = "a script"
    private let context = Mutex<HearingContext?>(nil)
    private let fails: @Sendable (HearingContext?) -> Bool

    init(fails: @escaping @Sendable (HearingContext?) -> Bool = { _ in false }) { self.fails = fails }

    func expect(_ context: HearingContext?) async throws(RecognitionError) {
        self.context.withLock { $0 = context }
    }

    func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word] {
        let context = context.withLock { $0 }
        // Others get their turn, so that utterances end in another order than they began.
        for _ in 0..<(utterance.audio.startSample % 7) { await Task.yield() }
        if fails(context) { throw .decodingFailed(time: utterance.speech, reason: "the script says so") }
        let text = "\(context?.question ?? "nothing")@\(utterance.audio.startSample)"
        return [Word(text: text, time: utterance.speech, confidence: 0.5)]
    }

    func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String { "" }

    func expectedWordErrorRate(meanConfidence: Double) -> Double? { meanConfidence / 2 }
}
