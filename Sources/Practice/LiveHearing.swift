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
        /// What is over and waits to be heard.
        var waiting: [(utterance: Utterance, pauses: [FilledPause])] = []
        /// Hears what waits, until nothing does.
        var hearing: Task<Void, Never>?
        /// Hears the last utterance, for which somebody waits.
        var last: Task<Result<Transcript.Segment, RecognitionError>, Never>?

        var waitingSeconds: Double { waiting.reduce(0) { $0 + $1.utterance.audio.time.durationSeconds } }
    }

    /// With more audio waiting than this, in seconds, the reading waits too: whoever feeds it then sees that the hearing is
    /// behind.
    private static let limitWaitingSeconds = 60.0

    private let recognizer: any Recognizer
    /// Is called when there is something to take.
    private let onNews: @Sendable () -> Void
    private let state = Mutex(State())

    init(recognizer: any Recognizer, onNews: @escaping @Sendable () -> Void) {
        self.recognizer = recognizer
        self.onNews = onNews
    }

    deinit {
        state.withLock {
            $0.preview?.cancel()
            $0.hearing?.cancel()
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
                    if let text, !Task.isCancelled {
                        state.events.append(.preview(text, untilSeconds: audio.time.endSeconds))
                    }
                }
                self?.onNews()
            }
        }
    }

    /// Gives up a preview that is being made, and those that were not told yet.
    func stopPreview() async {
        let preview = state.withLock { $0.preview }
        preview?.cancel()
        await preview?.value
        state.withLock { state in
            state.events.removeAll { if case .preview = $0 { true } else { false } }
        }
    }

    /// Begins to hear an utterance that is over, after those before it.
    func hear(_ utterance: Utterance, pauses: [FilledPause]) async {
        let (isBehind, hearing) = state.withLock { state in
            state.waiting.append((utterance, pauses))
            let hearing = state.hearing ?? hearingWaiting()
            state.hearing = hearing
            return (state.waitingSeconds > Self.limitWaitingSeconds, hearing)
        }
        if isBehind { await hearing.value }
    }

    /// Begins to hear the last utterance, beside those before it.
    func hearLast(_ utterance: Utterance, pauses: [FilledPause]) {
        state.withLock { state in
            state.last = Task { [recognizer] in
                do throws(RecognitionError) {
                    return .success(
                        try await recognizer.segment(
                            along: utterance, heard: utterance.audio, pauses: pauses))
                } catch { return .failure(error) }
            }
        }
    }

    /// A task that does not keep this alive, so that what nobody waits for any more is not heard.
    private func hearingWaiting() -> Task<Void, Never> {
        Task { [recognizer, weak self] in
            while let (utterance, pauses) = self?.next() {
                do throws(RecognitionError) {
                    let segment = try await recognizer.segment(of: utterance, pauses: pauses)
                    self?.state.withLock { state in
                        state.segments.append(segment)
                        state.events.append(.segment(segment))
                    }
                } catch {
                    self?.state.withLock { $0.failure = $0.failure ?? error }
                }
                self?.onNews()
            }
        }
    }

    /// The next utterance to hear; `nil` ends the hearing: nothing waits, it is not wanted any more, or one was lost.
    private func next() -> (utterance: Utterance, pauses: [FilledPause])? {
        state.withLock { state in
            guard !Task.isCancelled, state.failure == nil, !state.waiting.isEmpty else {
                state.hearing = nil
                return nil
            }
            return state.waiting.removeFirst()
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
    ///
    /// - Throws: `RecognitionError` when an utterance could not be heard, or was not because the task was cancelled.
    func finish() async throws(RecognitionError) -> [Transcript.Segment] {
        await stopPreview()
        let (hearing, last) = state.withLock { ($0.hearing, $0.last) }
        await withTaskCancellationHandler {
            await hearing?.value
            guard let heard = await last?.value else { return }
            take(heard)
        } onCancel: {
            hearing?.cancel()
            last?.cancel()
        }
        let (segments, failure, unheard) = state.withLock {
            ($0.segments, $0.failure, $0.waiting.first?.utterance)
        }
        if let failure { throw failure }
        if let unheard { throw .stopped(in: unheard.speech) }
        // What was heard of the last one may be a part.
        if Task.isCancelled {
            let end = segments.last?.time.endSeconds ?? 0
            throw .stopped(in: TimeRange(startSeconds: end, endSeconds: end))
        }
        return segments
    }

    private func take(_ last: Result<Transcript.Segment, RecognitionError>) {
        state.withLock { state in
            state.last = nil
            switch last {
            case .success(let segment):
                state.segments.append(segment)
                state.events.append(.segment(segment))
            case .failure(let error): state.failure = state.failure ?? error
            }
        }
    }

    /// Gives up what waits, and waits until the recogniser is free.
    func cancel() async {
        let (hearing, last) = state.withLock { state in
            state.waiting = []
            return (state.hearing, state.last)
        }
        hearing?.cancel()
        last?.cancel()
        await stopPreview()
        await hearing?.value
        _ = await last?.value
    }
}
