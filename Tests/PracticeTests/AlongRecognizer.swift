import Speech
import Synchronization

/// A recogniser that hears along, or has a quick text, and ends no utterance before it is told to; with a quick text it ends only one
/// for which somebody waits.
final class AlongRecognizer: Recognizer {
    private struct State {
        var previews: [AudioBuffer] = []
        var ended: [(utterance: Utterance, endSample: Int)] = []
        var cancelled = 0
        var isReleased = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    let name = "a script"
    let hasQuickText: Bool
    var hearsAlong: Bool { !hasQuickText }
    private let failsFrom: Int
    private let state: Mutex<State>

    /// Fails at the utterance with the number `failsFrom`, counted from 0, and after it.
    init(isReleased: Bool = true, failsFrom: Int = .max, hasQuickText: Bool = false) {
        self.hasQuickText = hasQuickText
        self.failsFrom = failsFrom
        state = Mutex(State(isReleased: isReleased))
    }

    /// The audio that was previewed, in order.
    var previews: [AudioBuffer] { state.withLock { $0.previews } }
    /// The utterances that it was asked to end, each with its end.
    var ended: [(utterance: Utterance, endSample: Int)] { state.withLock { $0.ended } }

    /// How many utterances nobody waited for any more before they were ended.
    var cancelled: Int { state.withLock { $0.cancelled } }

    /// Lets all utterances end, those to come as well.
    func release() {
        let waiting = state.withLock { state in
            state.isReleased = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String {
        state.withLock { state in
            state.previews.append(audio)
            return "so far \(state.previews.count)"
        }
    }

    func quickText(of utterance: Utterance) async throws(RecognitionError) -> String { "so" }

    func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word] {
        guard hasQuickText else {
            throw .decodingFailed(time: utterance.speech, reason: "it only hears along")
        }
        await wait()
        return [Word(text: "so", time: utterance.speech, confidence: 0.9)]
    }

    func recognize(
        along utterance: Utterance, until endSample: Int
    ) async throws(RecognitionError) -> [Word] {
        let number = state.withLock { state in
            state.ended.append((utterance, endSample))
            return state.ended.count
        }
        if hearsAlong { await wait() }
        guard number <= failsFrom else {
            throw .decodingFailed(time: utterance.speech, reason: "the script says so")
        }
        return [Word(text: "so", time: utterance.speech, confidence: 0.9)]
    }

    private func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isReleased = state.withLock { state in
                    if !state.isReleased { state.waiting.append(continuation) }
                    return state.isReleased
                }
                if isReleased { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.cancelled += 1 }
        }
    }
}
