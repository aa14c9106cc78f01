import Speech
import Testing

@testable import Recognition

@Suite struct WhisperPreviewTests {
    private let second = [Float](repeating: 0.1, count: 16_000)

    @Test func hearsAgainWhenASecondIsNew() {
        var preview = WhisperPreview(windowSamples: 480_000)
        #expect(preview.take(AudioBuffer(samples: [])) == nil)
        #expect(preview.take(AudioBuffer(samples: Array(second.dropLast()))) == nil)
        #expect(preview.take(AudioBuffer(samples: [0.1]))?.count == 16_000)
        #expect(preview.take(AudioBuffer(samples: [0.1])) == nil)
        #expect(preview.take(AudioBuffer(samples: second))?.count == 32_001)
    }

    @Test func hearsNothingBeyondTheWindow() {
        var preview = WhisperPreview(windowSamples: 480_000)
        #expect((1...30).allSatisfy { preview.take(AudioBuffer(samples: second))?.count == $0 * 16_000 })
        #expect(preview.take(AudioBuffer(samples: [0.1])) == nil)
        #expect(preview.take(AudioBuffer(samples: second)) == nil)
        var other = WhisperPreview(windowSamples: 480_000)
        #expect(other.take(AudioBuffer(samples: [Float](repeating: 0, count: 480_001))) == nil)
    }

    @Test func goesOnWithAudioThatFollows() {
        var preview = WhisperPreview(windowSamples: 480_000)
        #expect(preview.goesOn(with: AudioBuffer(samples: second, startSample: 700)))
        _ = preview.take(AudioBuffer(samples: second, startSample: 700))
        #expect(preview.goesOn(with: AudioBuffer(samples: second, startSample: 16_700)))
        #expect(!preview.goesOn(with: AudioBuffer(samples: second, startSample: 16_699)))
        #expect(!preview.goesOn(with: AudioBuffer(samples: second)))
    }

    @Test func givesWhatTwoHearingsAgreeOn() {
        var preview = WhisperPreview(windowSamples: 480_000)
        #expect(preview.agreed == "")
        #expect(preview.hear(["i", "sink"]) == "")
        #expect(preview.hear(["i", "think", "that"]) == "i")
        #expect(preview.hear(["i", "think", "so"]) == "i think")
        #expect(preview.agreed == "i think")
    }

    @Test func takesNothingBack() {
        var preview = WhisperPreview(windowSamples: 480_000)
        _ = preview.hear(["a", "b"])
        #expect(preview.hear(["a", "b"]) == "a b")
        #expect(preview.hear([]) == "a b")
        #expect(preview.hear(["x", "y", "z"]) == "a b")
        #expect(preview.hear(["x", "y", "z"]) == "a b")
        #expect(preview.hear(["a", "b", "c"]) == "a b")
        #expect(preview.hear(["a", "b", "c"]) == "a b c")
    }
}
