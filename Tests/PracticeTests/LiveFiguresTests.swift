import Audio
import Delivery
import Practice
import Speech
import TestSupport
import Testing

@Suite struct LiveFiguresTests {
    /// The beginning of a recorded answer.
    private func samples(_ name: String, seconds: Double) async throws -> [Float] {
        let stream = try await AudioFile.open(.file(path: SourceTree.sample(name))).buffers()
        var samples: [Float] = []
        while let buffer = try await stream.next(), buffer.time.startSeconds < seconds {
            samples += buffer.samples
        }
        return samples
    }

    /// What is told while a recording is heard.
    private func told(
        _ samples: [Float], size: Int = 1600, by listener: inout AnswerListener
    ) async throws -> [LiveDelivery] {
        var told: [LiveDelivery] = []
        for buffer in TestAudio.buffers(samples, size: size) {
            _ = try await listener.process(buffer)
            if let delivery = listener.delivery() { told.append(delivery) }
        }
        return told
    }

    /// Sixteen seconds without a pause are split after fifteen.
    @Test func aSplitInsideRunningSpeechTakesNothingBack() async throws {
        let samples = try await samples("code-review-too-fast.flac", seconds: 17)
        var listener = AnswerListener(recognizer: ScriptedRecognizer(words: ["so", "it", "goes"]))
        let told = try await told(samples, by: &listener)
        #expect(try #require(told.last).speakingSeconds > 14)
        for (earlier, later) in zip(told, told.dropFirst()) {
            // The silence that ends a stretch is taken off.
            #expect(later.speakingSeconds > earlier.speakingSeconds - 0.25, "at \(later.elapsedSeconds)")
            #expect(later.pauseCount >= earlier.pauseCount)
            #expect(later.fillerCount >= earlier.fillerCount)
        }
    }

    @Test func aFillerCountsUntilItsWordsAreHeard() async throws {
        let samples = try await samples("learn-quickly-rambling.flac", seconds: 45)
        // Its words do not come at all.
        let recognizer = ScriptedRecognizer(words: ["so"], quickText: "so", waitsForCancellation: true)
        var listener = AnswerListener(recognizer: recognizer, previews: .every(seconds: 60))
        let told = try await told(samples, by: &listener)
        await listener.cancel()
        #expect(try #require(told.last).fillerCount >= 3)
        for (earlier, later) in zip(told, told.dropFirst()) {
            #expect(later.fillerCount >= earlier.fillerCount, "at \(later.elapsedSeconds)")
        }
    }

    @Test(arguments: [160, 800, 1600])
    func isToldFiveTimesASecond(size: Int) async throws {
        var listener = AnswerListener(recognizer: ScriptedRecognizer(words: []))
        let told = try await told(TestAudio.room(seconds: 4), size: size, by: &listener)
        #expect(told.count == 20)
        for (number, delivery) in told.enumerated() {
            #expect(abs(delivery.elapsedSeconds - Double(number + 1) * 0.2) < 1e-9)
        }
    }
}
