import Speech
import Synchronization

/// A recogniser whose previews do not come back before it is released.
final class WaitingRecognizer: Recognizer {
    private struct State {
        var isReleased = false
        var previews = 0
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    let name = "a slow script"
    private let state = Mutex(State())

    /// How many previews were asked for.
    var previews: Int { state.withLock { $0.previews } }

    /// Lets all previews go, those to come as well.
    func release() {
        let waiting = state.withLock { state in
            state.isReleased = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word] {
        [Word(text: "so", time: utterance.speech, confidence: 0.9)]
    }

    func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String {
        await withCheckedContinuation { continuation in
            let isReleased = state.withLock { state in
                state.previews += 1
                if !state.isReleased { state.waiting.append(continuation) }
                return state.isReleased
            }
            if isReleased { continuation.resume() }
        }
        return "so"
    }
}
