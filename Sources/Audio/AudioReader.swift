internal import Speech

/// Reads one pass over a recording on a thread of its own.
actor AudioReader {
    /// What is to be read.
    struct Plan: Sendable {
        var name: String
        var channel: Channel
        var sampleRateHz: Int
        var channels: Int
        /// How many frames were promised when the file was opened; `nil` for a pipe of unknown length.
        var promisedFrames: Int?
        /// Whether fewer frames than promised mean that the recording was cut short.
        var promise = SoundFile.Promise.exact
        /// How many frames the header promises beyond those that are there.
        var missingFrames = 0
        /// The size of the file when it was opened, in bytes.
        var sizeBytes: Int?
    }

    private(set) var report = AudioReport()

    /// Tags of so many bytes at the end of a file are not taken for audio.
    private static let trailerBytes = 16_384

    private let plan: Plan
    private let source: SampleSource
    private let resampler: Resampler
    private let queue = SerialQueue(label: "viva.audio.reader")
    private var readFrames = 0
    private var pending: [Float] = []
    private var deliveredSamples = 0
    private var hasEnded = false
    private var failure: AudioError?

    nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    /// A reader of `source`.
    init(_ plan: Plan, source: consuming sending SampleSource) throws(AudioError) {
        self.plan = plan
        resampler = try Resampler(fromHz: plan.sampleRateHz, toHz: AudioBuffer.sampleRateHz)
        self.source = source
    }

    /// The next 0.1 s, less at the end; `nil` after it. An error comes again when asked again.
    func next() throws(AudioError) -> AudioBuffer? {
        if let failure { throw failure }
        do throws(AudioError) {
            let bufferSamples = AudioBuffer.sampleRateHz / 10
            while pending.count < bufferSamples && !hasEnded {
                if Task.isCancelled { throw .cancelled }
                try readMore()
            }
            guard !pending.isEmpty else { return nil }
            let count = min(bufferSamples, pending.count)
            let buffer = AudioBuffer(samples: Array(pending[..<count]), startSample: deliveredSamples)
            pending.removeFirst(count)
            deliveredSamples += count
            return buffer
        } catch {
            failure = error
            throw error
        }
    }

    private func readMore() throws(AudioError) {
        var limit = max(1, plan.sampleRateHz / 10)
        if let promised = plan.promisedFrames { limit = min(limit, promised - readFrames) }
        var frames: [Float] = []
        if limit > 0 {
            do throws(AudioError) {
                frames = try source.read(frameLimit: limit, name: plan.name)
            } catch .readFailed(let path, _, let reason) {
                throw .readFailed(path: path, atSeconds: seconds(readFrames), reason: reason)
            }
        }
        let isLast = frames.isEmpty
        readFrames += frames.count / plan.channels
        report.readSeconds = seconds(readFrames)
        let mono = plan.channel.mono(frames, channels: plan.channels, report: &report)
        pending += try resampler.convert(mono, isLast: isLast).map { min(1, max(-1, $0)) }
        if isLast { try end() }
    }

    /// Compares what was read with what was promised.
    private func end() throws(AudioError) {
        hasEnded = true
        var missing = plan.missingFrames
        if let promised = plan.promisedFrames, readFrames < promised {
            report.damage = source.failure()
            if plan.promise == .exact { missing += promised - readFrames }
        }
        if plan.promise == .guess, let sizeBytes = plan.sizeBytes {
            try noteUnread(sizeBytes: sizeBytes)
        }
        report.missingSeconds = seconds(missing)
        if let before = plan.sizeBytes, try source.currentSizeBytes(name: plan.name) > before {
            report.grewWhileRead = true
        }
        guard readFrames == 0 else { return }
        if let damage = report.damage, source.hasSystemFailure() {
            throw .readFailed(path: plan.name, atSeconds: 0, reason: damage)
        }
        let promised = seconds((plan.promisedFrames ?? 0) + plan.missingFrames)
        throw .noSamples(path: plan.name, promisedSeconds: promised > 0 ? promised : nil)
    }

    /// Says so when the guessed end of a compressed file was not its end; how many seconds follow, only
    /// decoding them could tell.
    private func noteUnread(sizeBytes: Int) throws(AudioError) {
        let unread = try sizeBytes - source.place(name: plan.name)
        guard readFrames > 0, unread > Self.trailerBytes, report.damage == nil else { return }
        report.damage =
            "the last \(unread) bytes are not decoded, because the file does not say how long it is; "
            + "with ffmpeg installed it is read to its end"
    }

    private func seconds(_ frames: Int) -> Double { Double(frames) / Double(plan.sampleRateHz) }
}
