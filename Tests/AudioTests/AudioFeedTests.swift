import Speech
import Testing

@testable import Audio

@Suite struct AudioFeedTests {
    private static func bytes(_ samples: [Float]) -> [UInt8] {
        samples.flatMap { sample in
            let value = Int16(sample * 32_767)
            return [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
        }
    }

    private static func pull(_ feed: AudioFeed) async throws -> [Float] {
        var heard: [Float] = []
        var next: Int?
        for try await buffer in feed.sound {
            #expect(next == nil || buffer.startSample == next)
            next = buffer.endSample
            heard += buffer.samples
        }
        return heard
    }

    @Test(.timeLimit(.minutes(30)), arguments: [8000, 16_000, 22_050, 44_100, 48_000])
    func whatIsHandedOverIsPulled(rateHz: Int) async throws {
        let feed = AudioFeed()
        try await feed.begin(sampleRateHz: rateHz)
        let bytes = Self.bytes(Tone(seconds: 5.03).samples(rateHz: rateHz))
        // Pieces end in the middle of samples, and there is more than may wait.
        async let heard = Self.pull(feed)
        for start in stride(from: 0, to: bytes.count, by: 3333) {
            try await feed.append(Array(bytes[start..<min(bytes.count, start + 3333)]))
        }
        await feed.finish()
        let samples = try await heard
        #expect(abs(samples.count - 80_480) <= 1)
        #expect(abs(Tone.amplitude(of: 440, in: Array(samples.suffix(16_000))) - 0.5) < 0.02)
        let end = await feed.endSample
        #expect(end == samples.count)
    }

    @Test(.timeLimit(.minutes(30))) func anotherSenderGoesOnWithoutAGap() async throws {
        let feed = AudioFeed(startSample: 1600)
        async let heard = Self.pull(feed)
        let wave = Tone(seconds: 1)
        try await feed.begin(sampleRateHz: 48_000)
        try await feed.append(Self.bytes(wave.samples(rateHz: 48_000)) + [1])
        try await feed.pause()
        let kept = await feed.endSample
        #expect(abs(kept - 17_600) <= 1)
        // Nobody sends: what comes is not taken.
        try await feed.append([1, 2, 3, 4])
        try await feed.begin(sampleRateHz: 16_000)
        try await feed.append(Self.bytes(wave.samples(rateHz: 16_000)))
        await feed.finish()
        try await feed.append([1, 2])
        let count = try await heard.count
        #expect(count == kept - 1600 + 16_000)
    }

    @Test(.timeLimit(.minutes(30))) func whoeverSendsTooFastWaits() async throws {
        let feed = AudioFeed()
        try await feed.begin(sampleRateHz: 16_000)
        let second = [UInt8](repeating: 0, count: 32_000)
        let sending = Task { for _ in 0..<10 { try await feed.append(second) } }
        try await Task.sleep(for: .milliseconds(200))
        let waiting = await feed.endSample
        #expect(waiting <= 48_000)
        async let heard = Self.pull(feed)
        try await sending.value
        await feed.finish()
        let count = try await heard.count
        #expect(count == 160_000)
    }

    @Test(.timeLimit(.minutes(30))) func theEndFreesWhoeverWaits() async throws {
        let feed = AudioFeed()
        try await feed.begin(sampleRateHz: 16_000)
        let sending = Task { try await feed.append([UInt8](repeating: 0, count: 200_000)) }
        while await feed.endSample == 0 { await Task.yield() }
        await feed.finish()
        try await sending.value
        let pulling = Task { try await Self.pull(AudioFeed()) }
        pulling.cancel()
        let nothing = try await pulling.value
        #expect(nothing.isEmpty)
    }

    @Test(arguments: [0, 7999, 48_001]) func otherRatesAreRefused(rateHz: Int) async throws {
        await #expect(throws: AudioError.self) { try await AudioFeed().begin(sampleRateHz: rateHz) }
    }
}
