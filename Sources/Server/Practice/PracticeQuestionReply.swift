import Interview
import Records
import Web

/// A question of a session, as this interface shows it.
struct PracticeQuestionReply: Sendable {
    let question: InterviewQuestion
    let sheet: InterviewSheet

    static let form = ReplyForm<PracticeQuestionReply>(
        "PracticeQuestion",
        [
            ReplyField("question_id", "The number of the question, by which it is answered.") {
                $0.question.number
            },
            ReplyField("question_number", "Its place in the session, 1 for the first.") {
                $0.sheet.plannedNumber(of: $0.question)
            },
            ReplyField("total_questions", "How many questions the session has.") { $0.sheet.questionCount },
            ReplyField("question_text", "The question.") { $0.question.text },
            ReplyField("question_type", "What sort of question it is.") {
                PracticeQuestionKind($0.question.question.kind)
            },
            ReplyField("category", "The subject.") {
                Optional(PracticeCategory($0.question.question.category).name)
            },
            ReplyField("difficulty", "How much experience it asks for.") {
                PracticeLevel($0.question.question.level)
            },
        ])
}
