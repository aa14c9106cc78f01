import Evaluation
import Interview
import Web

/// The feedback of a whole session, as this interface shows it.
enum PracticeFeedbackReply {
    static let form = ReplyForm<InterviewFeedback>(
        "SessionFeedback",
        [
            ReplyField("strengths", "What went well.") { $0.strengths.map(\.text) },
            ReplyField("areas_to_improve", "What to work on, the most useful first.") {
                $0.areas.map(\.text)
            },
            ReplyField("recommended_resources", "What to study.") { $0.resources.map(\.resource.line) },
            ReplyField("preparation_tips", "How to prepare for the next interview.") {
                $0.tips.map(\.text).joined(separator: "\n\n")
            },
            ReplyField("practice_recommendations", "What to do in the next days.") {
                $0.plan.steps.map { "Day \($0.day): \($0.task)" }.joined(separator: "\n")
            },
        ])
}
