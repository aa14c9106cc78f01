import Audio
import Speech

/// Samples as a microphone would give them, faster or slower; it tells how much was taken of them.
struct PacedStream: AsyncSequence, Sendable {
    typealias Element = AudioBuffer
    typealias Failure = AudioError

    /// The samples, 16 kHz.
    let samples: [Float]
    /// How many seconds of sound come in a second.
    let pace: Double
    /// Is told that so many seconds were taken: the next sound was asked for, so those before it are dealt with.
    let onTaken: @Sendable (Double) -> Void

    func makeAsyncIterator() -> Iterator {
        Iterator(source: SampleStream(samples), stream: self, start: .now)
    }

    struct Iterator: AsyncIteratorProtocol {
        var source: SampleStream
        let stream: PacedStream
        let start: ContinuousClock.Instant
        private var takenSeconds = 0.0

        init(source: SampleStream, stream: PacedStream, start: ContinuousClock.Instant) {
            self.source = source
            self.stream = stream
            self.start = start
        }

        mutating func next() async throws(AudioError) -> AudioBuffer? {
            try await next(isolation: nil)
        }

        mutating func next(isolation actor: isolated (any Actor)?) async throws(AudioError) -> AudioBuffer? {
            if takenSeconds > 0 { stream.onTaken(takenSeconds) }
            guard let buffer = try await source.next(isolation: actor) else { return nil }
            takenSeconds = buffer.time.endSeconds
            try? await Task.sleep(until: start.advanced(by: .seconds(takenSeconds / stream.pace)))
            return buffer
        }
    }
}
