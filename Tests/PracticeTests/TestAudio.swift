import Audio
import Speech
import Synthesis

/// Audio for tests: eSpeak's speech with pauses between, and live sources made of it.
enum TestAudio {
    /// The texts spoken one after the other, `pauseSeconds` of a quiet room before, between and after them.
    static func speech(_ texts: [String], pauseSeconds: Double = 1) async throws -> [Float] {
        var samples = room(seconds: pauseSeconds)
        for text in texts {
            let speech = try await EspeakSynthesizer.shared.speak(text, style: SpeakingStyle(voice: "en-us"))
            samples += try AudioBuffer(speech).samples + room(seconds: pauseSeconds)
        }
        return samples
    }

    /// A quiet room at about -66 dBFS, the same in every run.
    static func room(seconds: Double) -> [Float] {
        var state: UInt64 = 7
        return (0..<AudioBuffer.sample(seconds)).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (Float(state >> 40) / Float(1 << 24) - 0.5) * 0.002
        }
    }

    /// Samples cut into buffers of `size`.
    static func buffers(_ samples: [Float], size: Int = 1600) -> [AudioBuffer] {
        stride(from: 0, to: samples.count, by: size).map {
            AudioBuffer(samples: Array(samples[$0..<min($0 + size, samples.count)]), startSample: $0)
        }
    }

    /// Writes samples as a WAV file.
    static func write(_ samples: [Float], to path: String) async throws {
        let writer = try WAVWriter(path: path, sampleRateHz: AudioBuffer.sampleRateHz)
        try await writer.append(samples)
        try await writer.finish()
    }
}

/// A live source: the buffers given, then its end or a failure.
struct LiveSource: AsyncSequence, AsyncIteratorProtocol, Sendable {
    typealias Element = AudioBuffer
    typealias Failure = AudioError

    var buffers: [AudioBuffer]
    var failure: AudioError?
    /// Is waited for after the last buffer.
    var pause: @Sendable () async -> Void = {}

    func makeAsyncIterator() -> LiveSource { self }

    mutating func next() async throws(AudioError) -> AudioBuffer? {
        guard !buffers.isEmpty else {
            await pause()
            if let failure { throw failure }
            return nil
        }
        return buffers.removeFirst()
    }

    mutating func next(isolation actor: isolated (any Actor)?) async throws(AudioError) -> AudioBuffer? {
        try await next()
    }
}
