public import Speech

/// A recogniser in a process of its own: when the engine ends its process over an utterance, only that process is lost.
///
/// ```swift
/// let recognizer = try await WorkerRecognizer(program: "/proc/self/exe", arguments: ["transcribe-worker"])
/// let words = try await recognizer.recognize(utterance)
/// ```
/// The program runs `RecognitionWorker`. A worker that died is replaced and asked once more; when that fails too, so
/// does the utterance, and the next one gets a new worker. A cancelled task ends its worker at once, except that a preview which nobody
/// waits for is only given up.
public actor WorkerRecognizer: Recognizer {
    /// The engine and model of the worker.
    public nonisolated let name: String
    /// The thread that writes to the worker.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    private let queue = SerialQueue(label: "viva.recognition.worker")
    private let program: String
    private let arguments: [String]
    private let nature: WorkerMessage.Nature
    private var worker: Worker?
    private var context: HearingContext?
    private var remarks: [String] = []

    /// Starts a worker and waits until it has loaded its model.
    ///
    /// - Throws: `RecognitionError`: what the worker's own recogniser failed with, or `engineFailed` when there is no
    ///   worker.
    public init(program: String, arguments: [String]) async throws(RecognitionError) {
        self.program = program
        self.arguments = arguments
        let worker = try await Worker.started(program, arguments)
        name = worker.nature.name
        nature = worker.nature
        self.worker = worker
    }

    /// As with the worker's own recogniser.
    public nonisolated var mistakesFilledPauses: Bool { nature.mistakesFilledPauses }

    /// As the worker's own recogniser expects it, to within rounding.
    public nonisolated func expectedWordErrorRate(meanConfidence: Double) -> Double? {
        let expectedRates = nature.expectedWordErrorRates
        let steps = expectedRates.count - 1
        guard steps > 0, meanConfidence.isFinite else { return nil }
        let place = min(max(meanConfidence, 0), 1) * Double(steps)
        let below = min(Int(place), steps - 1)
        guard let low = expectedRates[below], let high = expectedRates[below + 1] else { return nil }
        return low + (high - low) * (place - Double(below))
    }

    /// Prepares the worker, and every one that replaces it.
    public func expect(_ context: HearingContext?) async throws(RecognitionError) {
        guard context != self.context else { return }
        let earlier = self.context
        self.context = context
        do {
            // A worker that is not there yet is prepared when it starts.
            if worker != nil { _ = try await ask(.expect(context), [], time: nil) }
        } catch {
            self.context = earlier
            throw error
        }
    }

    /// As with the worker's own recogniser.
    public nonisolated var windowSeconds: Double { nature.windowSeconds }

    /// The words of an utterance, as the worker's recogniser hears them.
    ///
    /// - Throws: `RecognitionError` of the worker, or `decodingFailed` when two workers died over the utterance or the
    ///   task was cancelled.
    public func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word] {
        try await recognize([utterance])[0]
    }

    /// The words of utterances, as the worker's recogniser hears them together; one by one when that ends two workers.
    ///
    /// - Throws: As for one utterance.
    public func recognize(_ utterances: [Utterance]) async throws(RecognitionError) -> [[Word]] {
        do throws(RecognitionError) { return try await hear(utterances) } catch {
            guard utterances.count > 1, !Task.isCancelled else { throw error }
            var words: [[Word]] = []
            for utterance in utterances { words += try await hear([utterance]) }
            return words
        }
    }

    private func hear(_ utterances: [Utterance]) async throws(RecognitionError) -> [[Word]] {
        guard let first = utterances.first, let last = utterances.last else { return [] }
        let time = TimeRange(
            startSeconds: first.audio.time.startSeconds, endSeconds: last.audio.time.endSeconds)
        let samples = utterances.flatMap(\.audio.samples)
        guard samples.count <= WorkerMessage.limitSamples else {
            throw .decodingFailed(time: time, reason: "the utterance is too long")
        }
        let clips = utterances.map { WorkerMessage.Clip($0) }
        return try await words(utterances.count, .recognize(clips), samples, time: time)
    }

    private func words(
        _ count: Int, _ request: WorkerMessage.Request, _ samples: [Float], time: TimeRange
    ) async throws(RecognitionError) -> [[Word]] {
        let reply = try await ask(request, WorkerMessage.bytes(samples), time: time)
        guard case .words(let words, let remarks) = reply, words.count == count else {
            throw .decodingFailed(time: time, reason: "its process answered something else")
        }
        self.remarks += remarks
        return words
    }

    /// What the worker's recogniser had to say.
    public func takeRemarks() -> [String] {
        defer { remarks = [] }
        return remarks
    }

    /// The text so far, as the worker's recogniser hears it. A worker that dies over it loses what it had heard of the utterance, and
    /// the preview goes on without.
    public func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String {
        try await text(Utterance(audio: audio, speech: audio.time)) { .preview($0) }
    }

    /// As with the worker's own recogniser.
    public nonisolated var hearsAlong: Bool { nature.hearsAlong ?? false }

    /// The words of an utterance that was previewed. A worker that dies over it loses what it had heard; a new one
    /// hears all of it.
    ///
    /// - Throws: As `recognize`.
    public func recognize(
        along utterance: Utterance, until endSample: Int
    ) async throws(RecognitionError) -> [Word] {
        let clip = WorkerMessage.Clip(utterance)
        return try await words(
            1, .along(clip, until: endSample), utterance.audio.samples, time: utterance.audio.time)[0]
    }

    /// As with the worker's own recogniser.
    public nonisolated var hasQuickText: Bool { nature.hasQuickText ?? false }

    /// The text of an utterance, roughly, as the worker's recogniser hears it.
    public func quickText(of utterance: Utterance) async throws(RecognitionError) -> String {
        guard hasQuickText else { return "" }
        return try await text(utterance) { .quickText($0) }
    }

    /// As the worker's own recogniser has them; none when it cannot be asked.
    public func syllableCounts(of words: [String]) async -> [Int?] {
        let reply = try? await ask(.syllables(words), [], time: nil)
        guard case .syllables(let counts) = reply else { return [] }
        return counts
    }

    private func text(
        _ utterance: Utterance, _ request: (WorkerMessage.Clip) -> WorkerMessage.Request
    ) async throws(RecognitionError) -> String {
        let reply = try await ask(
            request(WorkerMessage.Clip(utterance)), WorkerMessage.bytes(utterance.audio.samples),
            time: utterance.audio.time, onCancel: .endsTheCall)
        guard case .text(let text) = reply else {
            throw .decodingFailed(time: utterance.audio.time, reason: "its process answered something else")
        }
        return text
    }

    /// Asks the worker, and when it dies a new one.
    private func ask(
        _ request: WorkerMessage.Request, _ payload: [UInt8], time: TimeRange?,
        onCancel: Worker.Cancellation = .endsTheWorker
    ) async throws(RecognitionError) -> WorkerMessage.Reply {
        var reasons: [String] = []
        while reasons.count < 2, !Task.isCancelled {
            let worker = try await ready()
            let reply = await worker.answer(to: request, payload, onCancel: onCancel)
            switch reply {
            case .success(.failed(let failure)): throw failure.error
            case .success(let reply): return reply
            case .failure(let death):
                // Somebody else may have replaced it.
                if self.worker === worker { self.worker = nil }
                reasons.append(death.reason)
            }
        }
        let time = time ?? TimeRange(startSeconds: 0, endSeconds: 0)
        if Task.isCancelled { throw .stopped(in: time) }
        // It could start: what it was asked ends it, also while it only prepares for an answer.
        throw .decodingFailed(
            time: time,
            reason: "the decoder's process died twice over it (\(reasons.joined(separator: "; ")))")
    }

    /// The worker, or a new one prepared as the last one was.
    private func ready() async throws(RecognitionError) -> Worker {
        if let worker { return worker }
        let beginning = WorkerBeginning()
        // It holds the thread of this recogniser, so that nobody else starts another one meanwhile.
        let started = await withTaskCancellationHandler {
            do throws(RecognitionError) {
                return Result<Worker, RecognitionError>.success(
                    try Worker.start(program, arguments, beginning))
            } catch { return .failure(error) }
        } onCancel: {
            beginning.cancel()
        }
        let fresh = try started.get()
        // From here on others may ask it, too; they come behind what it is prepared with.
        worker = fresh
        guard let context else { return fresh }
        let problem: RecognitionError
        switch await fresh.answer(to: .expect(context), [], onCancel: .endsTheWorker) {
        case .success(.failed(let failure)): problem = failure.error
        case .success: return fresh
        case .failure(let death):
            // It could start: what it was to be prepared for ends it.
            problem = .decodingFailed(
                time: TimeRange(startSeconds: 0, endSeconds: 0),
                reason: "the decoder's process died while it was prepared (\(death.reason))")
        }
        if worker === fresh { worker = nil }
        throw problem
    }
}
