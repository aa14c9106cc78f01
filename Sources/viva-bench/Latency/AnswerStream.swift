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
        /// From its last sound to its text, roughly heard.
        var textSeconds: Double
        /// From its last sound to its final words, each in its place.
        var resultSeconds: Double
        var words: Int
    }

    /// What hears.
    let recognizer: any Recognizer
    let pace: Pace

    /// A listener that is further behind leaves previews out, as it does in an interview.
    private static let previewLagLimit = Duration.seconds(AnswerRecorder.previewLagLimitSeconds)

    /// Streams an answer and what is recorded after it, 0.1 s at a time.
    func hear(_ samples: [Float], then quiet: [Float] = []) async throws -> Outcome {
        var listener = AnswerListener(recognizer: recognizer, previews: AnswerRecorder.previews)
        let clock = ContinuousClock()
        let start = clock.now
        var end = start
        var isBehind = false
        var (text, result): (Double?, Double?)
        func note(_ events: [ListenerEvent]) {
            let seconds = end.duration(to: clock.now).inSeconds
            for event in events {
                switch event {
                case .text: text = text ?? seconds
                case .segment: result = seconds
                default: break
                }
            }
        }
        for try await buffer in SampleStream(samples + quiet) {
            let spoken: ContinuousClock.Instant
            if pace == .speech {
                // Audio is there when it has been spoken, whether or not it is waited for.
                spoken = start.advanced(by: .seconds(buffer.time.endSeconds))
                try await clock.sleep(until: spoken)
                if (spoken.duration(to: clock.now) > Self.previewLagLimit) != isBehind {
                    isBehind.toggle()
                    listener.previews = isBehind ? .off : AnswerRecorder.previews
                }
            } else {
                spoken = clock.now
            }
            if buffer.startSample < samples.count { (end, text, result) = (spoken, nil, nil) }
            note(try await listener.process(buffer))
        }
        note(try await listener.end())
        let (events, analysis) = try await listener.finish()
        note(events)
        let last = end.duration(to: clock.now).inSeconds
        return Outcome(
            textSeconds: text ?? result ?? last, resultSeconds: result ?? last,
            words: analysis.transcript.words.count)
    }
}
