import Audio
import Speech

/// Samples in memory as the pipeline takes a recording: 0.1 s a buffer.
struct SampleStream: AsyncSequence, AsyncIteratorProtocol {
    typealias Element = AudioBuffer
    typealias Failure = AudioError

    private let samples: [Float]
    private var place = 0

    init(_ samples: [Float]) { self.samples = samples }

    func makeAsyncIterator() -> SampleStream { self }

    mutating func next() async throws(AudioError) -> AudioBuffer? { piece() }

    mutating func next(isolation actor: isolated (any Actor)?) async throws(AudioError) -> AudioBuffer? {
        piece()
    }

    private mutating func piece() -> AudioBuffer? {
        guard place < samples.count else { return nil }
        let end = Swift.min(samples.count, place + AudioBuffer.sampleRateHz / 10)
        defer { place = end }
        return AudioBuffer(samples: Array(samples[place..<end]), startSample: place)
    }
}
