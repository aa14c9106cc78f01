public import Speech

/// The audio of one pass over a recording.
public struct AudioStream: AsyncSequence, AsyncIteratorProtocol, Sendable {
    /// One piece of the recording.
    public typealias Element = AudioBuffer
    /// What reading can fail with.
    public typealias Failure = AudioError

    /// The stream itself: it can be read once.
    public func makeAsyncIterator() -> AudioStream { self }

    /// The next piece; `nil` at the end.
    public func next() async throws(AudioError) -> AudioBuffer? { nil }

    /// The next piece; `nil` at the end.
    public func next(isolation actor: isolated (any Actor)?) async throws(AudioError) -> AudioBuffer? {
        try await next()
    }

    /// What had to be repaired so far; complete once the stream has ended.
    public var report: AudioReport { get async { AudioReport() } }
}
