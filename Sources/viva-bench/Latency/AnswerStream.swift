import Delivery
import Practice
import Speech

/// Streams answers to a listener as a microphone would, and times what is left to do when they end.
struct AnswerStream {
    /// How fast audio comes.
    enum Pace {
        /// As it is spoken; a listener that is slower falls behind.
        case speech
        /// As fast as the listener takes it.
        case listener
    }

    /// What came of an answer.
    struct Outcome {
        /// From its last sound to its final words.
        var latencySeconds: Double
        var words: Int
    }

    /// What hears.
    let recognizer: any Recognizer
    let pace: Pace

    /// A listener that is further behind leaves previews out, as it does in an interview.
    private static let previewLagLimit = Duration.seconds(1)
    private static let previews = AnswerListener.Previews.every(seconds: 0.5)

    /// Streams an answer, 0.1 s at a time.
    func hear(_ samples: [Float]) async throws -> Outcome {
        var listener = AnswerListener(recognizer: recognizer, previews: Self.previews)
        let clock = ContinuousClock()
        let start = clock.now
        var end = start
        var isBehind = false
        for try await buffer in SampleStream(samples) {
            if pace == .speech {
                // Audio is there when it has been spoken, whether or not it is waited for.
                end = start.advanced(by: .seconds(buffer.time.endSeconds))
                try await clock.sleep(until: end)
                if (end.duration(to: clock.now) > Self.previewLagLimit) != isBehind {
                    isBehind.toggle()
                    listener.previews = isBehind ? .off : Self.previews
                }
            } else {
                end = clock.now
            }
            _ = try await listener.process(buffer)
        }
        let (_, analysis) = try await listener.finish()
        return Outcome(
            latencySeconds: end.duration(to: clock.now).inSeconds, words: analysis.transcript.words.count)
    }
}
