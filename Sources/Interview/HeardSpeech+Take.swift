import Delivery
import Evaluation
import Speech

extension HeardSpeech {
    /// What was heard of a spoken answer; `nil` before it was heard, and for a typed one.
    public init?(_ take: Take) {
        guard let analysis = take.analysis, let hearing = take.heardEvaluation?.hearing else { return nil }
        self.init(
            text: analysis.transcript.text, durationSeconds: analysis.delivery.durationSeconds,
            hearing: hearing)
    }
}
