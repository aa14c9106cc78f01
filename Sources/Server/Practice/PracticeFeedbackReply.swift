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

    /// Ratings in stars; `null` where nothing was measured.
    static let ratings = ReplyForm<Ratings>(
        "SessionRatings",
        [
            ReplyField("technical", "Technical content.", schema: stars) { $0.technicalShown },
            ReplyField("communication", "How well it is put.", schema: stars) { $0.communication?.rawValue },
            ReplyField("confidence", "How steadily it was spoken.", schema: stars) {
                $0.confidenceShown
            },
        ])

    static let stars = JSONSchema.nullable(.integer(1...5))
}

extension Ratings {
    /// The technical stars; of stories, which have none, those of how they are put.
    var technicalShown: Int? { (technical ?? communication)?.rawValue }
    /// How steadily it was spoken; of typed answers, which tell nothing about that, how well they are put.
    var confidenceShown: Int? { (delivery ?? communication)?.rawValue }
}
