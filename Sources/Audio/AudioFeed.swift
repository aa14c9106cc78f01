public import Speech

/// Sound that is handed over piece by piece, such as from a connection, as a sequence of buffers that is pulled: mono samples of 16 bits
/// at the sender's rate become buffers of 0.1 s at 16 kHz.
///
/// ```swift
/// let feed = AudioFeed()
/// try await feed.begin(sampleRateHz: 48_000)
/// try await feed.append(bytes)  // waits while nobody takes what was handed over
/// await feed.finish()
/// ```
/// A sender may go and another one come: what is pulled has no gap.
public actor AudioFeed {
    /// How much sound may wait to be pulled before whoever hands it over is let wait, in seconds.
    public static let limitSeconds = 2.0
    /// The rates that a sender may have, in hertz.
    public static let sampleRatesHz = 8000...48_000

    private var assembler: BufferAssembler?
    /// The number of the sender, from 1.
    private var sender = 0
    private var half: UInt8?
    private var buffers: [AudioBuffer] = []
    private var isOver = false
    /// Whoever waits for a buffer.
    private var puller: CheckedContinuation<Void, Never>?
    /// Whoever waits for room.
    private var senders: [CheckedContinuation<Void, Never>] = []

    /// How many samples at 16 kHz were handed over so far, those before the feed began included.
    public private(set) var endSample: Int

    /// A feed without a sender, whose first sample has a place in the recording.
    public init(startSample: Int = 0) { endSample = startSample }

    /// Lets a sender hand sound over; the one before it is through.
    ///
    /// - Returns: The number of the sender.
    /// - Throws: `AudioError.conversionFailed`, `unsupported` for a rate that is not taken.
    @discardableResult
    public func begin(sampleRateHz: Int) throws(AudioError) -> Int {
        guard Self.sampleRatesHz.contains(sampleRateHz) else {
            throw .unsupported(path: "live sound", what: "\(sampleRateHz) Hz is not taken")
        }
        try pause()
        assembler = try BufferAssembler(sampleRateHz: sampleRateHz, channels: 1, startSample: endSample)
        sender += 1
        return sender
    }

    /// Ends what a sender hands over; what was held back of it can be pulled, and `endSample` says up to where there is sound.
    ///
    /// - Parameter number: the number of the sender; where another one has taken its place, nothing happens.
    public func pause(of number: Int) throws(AudioError) {
        if number == sender { try pause() }
    }

    /// Ends what the sender hands over.
    public func pause() throws(AudioError) {
        half = nil
        guard var last = assembler.take() else { return }
        try last.finish([])
        take(&last, isLast: true)
    }

    /// Takes samples of 16 bits, little-endian; half a sample at the end waits for its other half. It returns when there is room for more.
    ///
    /// Without a sender, and after the end, nothing is taken.
    ///
    /// - Throws: `AudioError.conversionFailed`.
    public func append(_ bytes: [UInt8]) async throws(AudioError) {
        try hold(bytes)
        while !isOver, waitingSeconds > Self.limitSeconds, !Task.isCancelled {
            await withCheckedContinuation { senders.append($0) }
        }
    }

    private func hold(_ bytes: [UInt8]) throws(AudioError) {
        guard !isOver, var current = assembler.take() else { return }
        var whole = half.map { [$0] } ?? []
        whole += bytes
        half = whole.count.isMultiple(of: 2) ? nil : whole.popLast()
        try current.append(whole.withUnsafeBytes { PCMEncoding.signed16.samples($0) })
        take(&current, isLast: false)
        assembler = consume current
    }

    /// Converts samples at once, for a caller that pulls nothing: all buffers that are whole, with `isLast` also what is held back.
    ///
    /// - Throws: `AudioError.conversionFailed`.
    public func convert(_ bytes: [UInt8], isLast: Bool = false) throws(AudioError) -> [AudioBuffer] {
        try hold(bytes)
        if isLast { finish() }
        defer { buffers = [] }
        return buffers
    }

    /// Ends the sound: what was handed over can still be pulled.
    public func finish() {
        // What a conversion held back and cannot give is a few milliseconds.
        try? pause()
        isOver = true
        wake()
    }

    /// The next buffer; `nil` when the sound has ended, or the task was cancelled and nothing waits.
    func next() async -> AudioBuffer? {
        while buffers.isEmpty, !isOver, !Task.isCancelled {
            await withTaskCancellationHandler {
                await withCheckedContinuation { puller = $0 }
            } onCancel: {
                Task { await self.finish() }
            }
        }
        guard !buffers.isEmpty else { return nil }
        let buffer = buffers.removeFirst()
        wakeSenders()
        return buffer
    }

    private var waitingSeconds: Double { AudioBuffer.seconds(buffers.reduce(0) { $0 + $1.samples.count }) }

    private func take(_ assembler: inout BufferAssembler, isLast: Bool) {
        while assembler.hasWholeBuffer || isLast, let buffer = assembler.next() {
            endSample = buffer.endSample
            buffers.append(buffer)
        }
        wakePuller()
    }

    private func wake() {
        wakePuller()
        wakeSenders()
    }

    private func wakePuller() {
        puller?.resume()
        puller = nil
    }

    private func wakeSenders() {
        for sender in senders { sender.resume() }
        senders = []
    }
}

extension AudioFeed {
    /// The buffers of a feed; they can be pulled once.
    public struct Buffers: AsyncSequence, AsyncIteratorProtocol, Sendable {
        /// Nothing fails in pulling.
        public typealias Failure = AudioError

        let feed: AudioFeed

        /// The sequence is its own iterator.
        public func makeAsyncIterator() -> Buffers { self }

        /// The next buffer; `nil` at the end.
        public func next() async throws(AudioError) -> AudioBuffer? { await feed.next() }

        /// The next buffer; see `next()`.
        public func next(isolation actor: isolated (any Actor)?) async throws(AudioError) -> AudioBuffer? {
            await feed.next()
        }
    }

    /// What is handed over, buffer by buffer.
    public nonisolated var sound: Buffers { Buffers(feed: self) }
}
