import Delivery
import Signal
import Speech
import Synchronization

/// Hears a live answer by a recogniser that hears along: gives it all audio of the open utterance, whatever waits at once, and beside
/// that ends the utterances that are over. Nothing here holds up the reading.
final class AlongHearing: Sendable {
    /// What the recogniser is to do next.
    private enum Step {
        /// Hear the next audio of the open utterance.
        case audio(AudioBuffer)
        /// End an utterance of which so much was heard.
        case over(Utterance, heard: AudioBuffer, pauses: [FilledPause])
    }

    private struct State {
        var events: [ListenerEvent] = []
        var segments: [Transcript.Segment] = []
        var failure: RecognitionError?
        /// The audio of the open utterance so far.
        var open = AudioBuffer(samples: [])
        /// What waits, in order; audio that waits is in one step.
        var steps: [Step] = []
        /// Takes the steps, until none waits.
        var feeding: Task<Void, Never>?
        /// End the utterances that are over, each after those before it.
        var endings: [Task<Void, Never>] = []
        /// How much audio of utterances that are over has no words yet, in seconds.
        var endingSeconds = 0.0
        var isCancelled = false

        var waitingSeconds: Double {
            guard case .audio(let audio) = steps.last else { return 0 }
            return audio.time.durationSeconds
        }

        /// Whether nothing waits but audio that is too short for a preview.
        func waitsForMore(than seconds: Double) -> Bool {
            guard steps.count == 1, case .audio(let audio) = steps.last else { return false }
            return audio.time.durationSeconds < seconds
        }
    }

    /// With more audio than this without words, in seconds, the reading waits: whoever feeds it then sees that the hearing is behind.
    private static let limitEndingSeconds = 60.0

    private let recognizer: any Recognizer
    /// How much new audio is worth a preview, in seconds.
    private let previewSeconds: Double
    /// Is called when there is something to take.
    private let onNews: @Sendable () -> Void
    private let state = Mutex(State())

    init(recognizer: any Recognizer, previewSeconds: Double, onNews: @escaping @Sendable () -> Void) {
        self.recognizer = recognizer
        self.previewSeconds = previewSeconds
        self.onNews = onNews
    }

    deinit {
        state.withLock {
            $0.feeding?.cancel()
            for ending in $0.endings { ending.cancel() }
        }
    }

    /// A new utterance begins.
    func begin() { state.withLock { $0.open = AudioBuffer(samples: []) } }

    /// Takes the next audio of the open utterance.
    func hear(_ audio: AudioBuffer) {
        state.withLock { state in
            if state.open.samples.isEmpty { state.open.startSample = audio.startSample }
            state.open.samples += audio.samples
            if case .audio(var waiting) = state.steps.last, waiting.endSample == audio.startSample {
                waiting.samples += audio.samples
                state.steps[state.steps.count - 1] = .audio(waiting)
            } else {
                state.steps.append(.audio(audio))
            }
            guard state.waitingSeconds >= previewSeconds else { return }
            feed(&state)
        }
    }

    /// Takes an utterance that is over.
    func end(_ utterance: Utterance, pauses: [FilledPause]) async {
        let ending = state.withLock { state in
            state.steps.append(.over(utterance, heard: state.open, pauses: pauses))
            state.open = AudioBuffer(samples: [])
            state.endingSeconds += utterance.audio.time.durationSeconds
            feed(&state)
            return state.endingSeconds > Self.limitEndingSeconds ? state.endings.last : nil
        }
        await ending?.value
    }

    private func feed(_ state: inout State) {
        guard state.feeding == nil, !state.isCancelled else { return }
        // It does not keep this alive, so that what nobody waits for any more is not heard.
        state.feeding = Task { [recognizer, weak self] in
            while let step = self?.next() {
                switch step {
                case .audio(let audio):
                    // A preview that fails is no loss: the words come when the utterance ends.
                    guard let text = try? await recognizer.preview(audio), !Task.isCancelled else { continue }
                    self?.state.withLock {
                        $0.events.append(.preview(text, untilSeconds: audio.time.endSeconds))
                    }
                    self?.onNews()
                case .over(let utterance, let heard, let pauses):
                    self?.beginToEnd(utterance, heard: heard, pauses: pauses)
                }
            }
        }
    }

    private func next() -> Step? {
        state.withLock { state in
            // Less audio than is worth a preview waits for more of it.
            guard !Task.isCancelled, !state.isCancelled, state.failure == nil, let step = state.steps.first,
                state.steps.count > 1 || !state.waitsForMore(than: previewSeconds)
            else {
                state.feeding = nil
                return nil
            }
            state.steps.removeFirst()
            return step
        }
    }

    private func beginToEnd(_ utterance: Utterance, heard: AudioBuffer, pauses: [FilledPause]) {
        state.withLock { state in
            guard !state.isCancelled else { return }
            let earlier = state.endings.last
            state.endings.append(
                Task { [recognizer, weak self] in
                    let result: Result<Transcript.Segment, RecognitionError>
                    do throws(RecognitionError) {
                        result = .success(
                            try await recognizer.segment(along: utterance, heard: heard, pauses: pauses))
                    } catch {
                        result = .failure(error)
                    }
                    await earlier?.value
                    self?.take(result, of: utterance)
                })
        }
    }

    private func take(_ result: Result<Transcript.Segment, RecognitionError>, of utterance: Utterance) {
        state.withLock { state in
            state.endingSeconds -= utterance.audio.time.durationSeconds
            switch result {
            case .success(let segment):
                guard state.failure == nil else { return }
                state.segments.append(segment)
                state.events.append(.segment(segment))
            case .failure(let error): state.failure = state.failure ?? error
            }
        }
        onNews()
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

    /// Waits until everything is heard, and gives all segments in the order of time.
    ///
    /// - Throws: `RecognitionError` when an utterance could not be heard, or was not because the task was cancelled.
    func finish() async throws(RecognitionError) -> [Transcript.Segment] {
        await withTaskCancellationHandler {
            await settle()
        } onCancel: {
            giveUp()
        }
        let (segments, failure, isCancelled, last) = state.withLock {
            ($0.segments, $0.failure, $0.isCancelled, $0.segments.last?.time.endSeconds ?? 0)
        }
        if let failure { throw failure }
        guard !isCancelled else {
            throw .stopped(in: TimeRange(startSeconds: last, endSeconds: last))
        }
        return segments
    }

    /// Gives everything up, and waits until the recogniser is free.
    func cancel() async {
        giveUp()
        await settle()
    }

    private func giveUp() {
        state.withLock { state in
            state.isCancelled = true
            state.steps = []
            state.feeding?.cancel()
            // All of them: a worker that is ended over one would be replaced for another that goes on, which takes seconds.
            for ending in state.endings { ending.cancel() }
        }
    }

    private func settle() async {
        await state.withLock { $0.feeding }?.value
        await state.withLock { $0.endings.last }?.value
    }
}
