import Delivery
import Evaluation
import Signal
import Vocabulary

/// What `viva analyze` says of one channel of a recording: all that `viva transcribe` does, beside it how it was spoken
/// and, with a question, how well it answers.
struct AnalyzedItem: Encodable {
    private let heard: HeardItem
    private let judged: Judged

    private struct Judged: Encodable {
        var delivery: DeliveryReport
        var contours: AnswerContours?
        var quality: RecordingQuality
        var feedback: DeliveryFeedback
        var evaluation: Evaluation?
    }

    init(_ result: RecordingJob.Result, writing: WrittenText, evaluation: Evaluation?) {
        let analysis = result.analysis
        heard = HeardItem(result, writing: writing)
        judged = Judged(
            delivery: analysis.delivery, contours: analysis.contours, quality: analysis.quality,
            feedback: DeliveryFeedback(analysis),
            evaluation: evaluation)
    }

    /// Both parts as one flat object.
    func encode(to encoder: any Encoder) throws {
        try heard.encode(to: encoder)
        try judged.encode(to: encoder)
    }
}
