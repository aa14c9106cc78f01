import Delivery
import Signal
import Speech
import Synchronization

/// Hears a live answer beside the reading of its audio: previews of what is being spoken, and thoroughly what is over, one
/// utterance after the other.
///
/// A recogniser that takes longer for words than for their text would hold up the text of what is said meanwhile.
final class LiveHearing: Sendable {
    private struct State {
        var events: [ListenerEvent] = []
        var segments: [Transcript.Segment] = []
        var failure: RecognitionError?
        var isPreviewing = false
        var preview: Task<Void, Never>?
        var last: Task<Void, Never>?
    }

    private let recognizer: any Recognizer
    private let state = Mutex(State())

    init(recognizer: any Recognizer) { self.recognizer = recognizer }

    deinit {
        state.withLock {
            $0.preview?.cancel()
            $0.last?.cancel()
        }
    }

    /// Whether a preview is being made; another one would only wait for it.
    var isPreviewing: Bool { state.withLock { $0.isPreviewing } }

    /// Begins to make a preview with the next audio of the open utterance.
    func preview(_ audio: AudioBuffer) {
        state.withLock { state in
            state.isPreviewing = true
            state.preview = Task { [recognizer, weak self] in
                // A preview that fails is no loss: the words come when the utterance ends.
                let text = try? await recognizer.preview(audio)
                self?.state.withLock { state in
                    state.isPreviewing = false
                    if let text, !Task.isCancelled { state.events.append(.preview(text)) }
                }
            }
        }
    }

    /// Gives up a preview that is being made.
    func stopPreview() async {
        let preview = state.withLock { $0.preview }
        preview?.cancel()
        await preview?.value
    }

    /// Begins to hear an utterance that is over, after those before it.
    func hear(_ utterance: Utterance, pauses: [FilledPause]) {
        state.withLock { state in
            let before = state.last
            state.last = Task { [recognizer, weak self] in
                await before?.value
                do throws(RecognitionError) {
                    let segment = try await recognizer.segment(of: utterance, pauses: pauses)
                    self?.state.withLock { state in
                        state.segments.append(segment)
                        state.events.append(.segment(segment))
                    }
                } catch {
                    self?.state.withLock { $0.failure = $0.failure ?? error }
                }
            }
        }
    }

    /// What was heard since the last call.
    ///
    /// - Throws: `RecognitionError` when an utterance could not be heard.
    func take() throws(RecognitionError) -> [ListenerEvent] {
        let (events, failure) = state.withLock { state in
            defer { state.events = [] }
            return (state.events, state.failure)
        }
        if let failure { throw failure }
        return events
    }

    /// Waits for everything that is being heard, and gives all segments in the order of time.
    func finish() async -> [Transcript.Segment] {
        await stopPreview()
        let last = state.withLock { $0.last }
        await withTaskCancellationHandler {
            await last?.value
        } onCancel: {
            last?.cancel()
        }
        return state.withLock { $0.segments }
    }
}
