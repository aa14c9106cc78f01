import Delivery
import Signal
import Speech

extension DeliveryFeedback {
    /// The feedback on a report whose words are not known, with what was wrong with the recording.
    init(
        _ report: DeliveryReport, problems: [RecordingQuality.Problem] = [], history: DeliveryHistory? = nil
    ) {
        var quality = TestAnswer.quality(seconds: report.durationSeconds)
        quality.problems = problems
        self.init(
            AnswerAnalysis(
                transcript: Transcript(segments: [], recognizer: "a script"), delivery: report,
                quality: quality),
            history: history)
    }
}
