import FoundationEssentials
import Interview
import Records
import Web

/// Questions of sessions, as this interface shows them.
struct SessionQuestionReply: Sendable {
    let question: InterviewQuestion
    let sheet: InterviewSheet
    /// Whether what is expected of answers is shown.
    let isExpectedShown: Bool

    static let form = ReplyForm<SessionQuestionReply>(
        "SessionQuestion",
        [
            ReplyField("id", "Its number.") { $0.question.number },
            ReplyField("session", "The number of the session.") { $0.sheet.number },
            ReplyField("session_id", "The UUID of the session.", schema: .text(format: .uuid)) {
                $0.sheet.interview.id
            },
            ReplyField("question_text", "The question.") { $0.question.text },
            ReplyField("category", "The subject.") { $0.question.question.category },
            ReplyField("difficulty", "How hard it is.") {
                InterviewDifficulty($0.question.question.level)
            },
            ReplyField("order", "Its place, 1 for the first; a follow-up has that of its question.") {
                $0.sheet.plannedNumber(of: $0.question)
            },
            ReplyField(
                "expected_answer",
                "What a good answer says; empty where nobody said, and for whoever is to answer."
            ) { $0.isExpectedShown ? $0.question.question.expectedAnswer : "" },
            ReplyField("is_follow_up", "Whether it follows up on an answer.") { $0.question.isFollowUp },
            ReplyField("is_answered", "Whether it was answered.") { $0.question.isAnswered },
            ReplyField("created_at", "When it was added; when the session was made, where that is not known.")
            {
                $0.question.createdAt ?? $0.sheet.interview.createdAt
            },
        ])
}
