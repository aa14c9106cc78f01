public import Speech

/// The audio of one pass over a recording: mono, 16 kHz, 0.1 s a buffer, without gaps from sample 0 on.
///
/// Nothing is read before it is asked for, and no more than a few tenths of a second are in memory. Copies
/// of a stream share one place in the recording.
public struct AudioStream: AsyncSequence, AsyncIteratorProtocol, Sendable {
    /// One piece of the recording.
    public typealias Element = AudioBuffer
    /// What reading can fail with.
    public typealias Failure = AudioError

    let reader: AudioReader

    /// The stream itself: it can be read once.
    public func makeAsyncIterator() -> AudioStream { self }

    /// The next piece, shorter than the others only at the end; `nil` after it.
    ///
    /// - Throws: `AudioError.noSamples` when the recording turns out to hold nothing, `readFailed` when
    ///   nothing of it can be decoded, `cancelled` when the task is cancelled. Damage
    ///   further on ends the stream and is in the `report`.
    public func next() async throws(AudioError) -> AudioBuffer? {
        try await reader.next()
    }

    /// The next piece, as `next()` gives it.
    public func next(isolation actor: isolated (any Actor)?) async throws(AudioError) -> AudioBuffer? {
        try await reader.next()
    }

    /// What had to be repaired so far; complete once the stream has ended.
    public var report: AudioReport { get async { await reader.report } }
}
