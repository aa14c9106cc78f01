public import Audio
import Delivery
public import Practice
import Signal
import Speech
public import Vocabulary

/// Hears many recordings at once, and goes on after one that fails.
///
/// As many recordings are begun as there are recognisers; each hears with any that is free, so the last ones are heard
/// by all of them together. Of the audio only the utterances that wait for a recogniser are in memory, at most
/// `limitUtterances` of a recording. How many are heard at once, and in which order, changes no transcript.
public struct BatchRun: Sendable {
    /// The most utterances of one recording that are decoded or wait for it: 15 s of speech take 1 MB.
    static let limitUtterances = 8

    private let pool: RecognizerPool
    private let recordingsAtOnce: Int
    private let channels: ChannelSelection
    private let wording: Wording
    private let explain: @Sendable (any Error) -> BatchFailure?

    /// A run.
    ///
    /// - Parameters:
    ///   - recordingsAtOnce: How many recordings are begun before the first has ended; at least 1.
    ///   - explain: What an error means for a recording; `nil` for one that ends the whole run.
    public init(
        pool: RecognizerPool, recordingsAtOnce: Int, channels: ChannelSelection, wording: Wording,
        explain: @escaping @Sendable (any Error) -> BatchFailure?
    ) {
        self.pool = pool
        self.recordingsAtOnce = max(1, recordingsAtOnce)
        self.channels = channels
        self.wording = wording
        self.explain = explain
    }

    /// Hears the recordings, beginning them in the order of `jobs`.
    ///
    /// - Parameters:
    ///   - onHeard: is told to which second of its audio a job has come.
    ///   - deliver: gets what became of each and how many seconds it took; several may be delivered at once.
    /// - Throws: What `deliver` throws, what `explain` does not know, and `CancellationError`; then nothing more is
    ///   delivered.
    public func run(
        _ jobs: [BatchJob], onHeard: @escaping @Sendable (BatchJob, Double) -> Void = { _, _ in },
        deliver: @escaping @Sendable (BatchJob, BatchOutcome, _ secondsTaken: Double) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            var open = 0
            for job in jobs {
                if open == recordingsAtOnce {
                    try await group.next()
                    open -= 1
                }
                try Task.checkCancellation()
                open += 1
                group.addTask { try await finish(job, onHeard, deliver) }
            }
            try await group.waitForAll()
        }
        try Task.checkCancellation()
    }

    private func finish(
        _ job: BatchJob, _ onHeard: @Sendable (BatchJob, Double) -> Void,
        _ deliver: @Sendable (BatchJob, BatchOutcome, Double) async throws -> Void
    ) async throws {
        let start = ContinuousClock.now
        let outcome: BatchOutcome
        do {
            outcome = .heard(try await hear(job) { onHeard(job, $0) })
        } catch {
            // What a stopped task failed with says nothing about its recording.
            try Task.checkCancellation()
            guard let failure = explain(error) else { throw error }
            outcome = .failed(failure)
        }
        try Task.checkCancellation()
        let taken = start.duration(to: .now)
        try await deliver(
            job, outcome, Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18)
    }

    private func hear(_ job: BatchJob, onHeard: (Double) -> Void) async throws -> [WrittenTranscript] {
        let file = try await AudioFile.open(job.input)
        let recognizer = try await PooledRecognizer(pool: pool, context: job.context)
        let places = min(recordingsAtOnce, Self.limitUtterances)
        let analyzer = AnswerAnalyzer(recognizers: [any Recognizer](repeating: recognizer, count: places))
        var transcripts: [WrittenTranscript] = []
        var passed = 0.0
        for channel in try file.passes(channels) {
            let stream = try file.buffers(channel)
            let analysis = try await analyzer.analyze(stream) { event in
                if case .heard(let segment) = event { onHeard(passed + segment.time.endSeconds) }
            }
            passed += analysis.quality.durationSeconds
            transcripts.append(
                WrittenTranscript(
                    file: job.recording.path, channel: channels == .mix ? nil : channel.label,
                    channelNumber: channel.number, durationSeconds: analysis.quality.durationSeconds,
                    transcript: analysis.transcript, wording: wording, context: job.context,
                    warnings: await stream.report.warnings + HearingRemarks(analysis).sentences,
                    disfluencies: analysis.delivery.disfluencies?.found))
        }
        return transcripts
    }
}

extension Channel {
    /// The channel counted from 1; 1 for a mix.
    fileprivate var number: Int {
        switch self {
        case .mix: 1
        case .channel(let index): index + 1
        }
    }
}
