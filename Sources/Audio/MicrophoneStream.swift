public import Speech

/// What a microphone records, as a sequence that is pulled and that ends when the microphone is stopped.
public struct MicrophoneStream: AsyncSequence, AsyncIteratorProtocol, Sendable {
    /// The error of a device that fails or is unplugged.
    public typealias Failure = AudioError

    private let microphone: Microphone

    init(_ microphone: Microphone) { self.microphone = microphone }

    /// The stream is its own iterator: the audio of a device comes once.
    public func makeAsyncIterator() -> MicrophoneStream { self }

    /// The next buffer; `nil` after the microphone was stopped.
    ///
    /// - Throws: `AudioError` when the device fails.
    public func next() async throws(AudioError) -> AudioBuffer? { try await microphone.next() }

    /// The next buffer; see `next()`.
    public func next(isolation actor: isolated (any Actor)?) async throws(AudioError) -> AudioBuffer? {
        try await microphone.next()
    }
}

extension Microphone {
    /// What it records, buffer by buffer.
    public nonisolated var buffers: MicrophoneStream { MicrophoneStream(self) }
}
