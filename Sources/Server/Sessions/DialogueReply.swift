import Evaluation
import FoundationEssentials
import Interview
import Records
import Service
import Web

/// What the interviewer says in a session that is held question by question, with what it rests on.
struct DialogueReply: Sendable {
    let action: DialogueAction
    let sheet: InterviewSheet
    let message: String
    let question: InterviewQuestion?
    let evaluation: Evaluation?
    let score: Double?
    /// The mean score, once it is over.
    let overall: Double?

    /// What is said when a session is taken up.
    init(takingUp step: DialogueStep, student: String?) {
        action = .initialize
        sheet = step.sheet
        question = step.question
        evaluation = nil
        score = nil
        overall = nil
        message = DialogueText.greeting(step, student: student)
    }

    /// What is said to an answer.
    init(to step: DialogueStep) {
        action = .respond
        sheet = step.sheet
        question = step.question
        evaluation = step.answered?.take.evaluation
        score = step.answered?.take.score
        overall = nil
        message = DialogueText.response(step)
    }

    /// What is said at the end.
    init(ending results: InterviewResults, student: String?) {
        action = .end
        sheet = results.sheet
        question = nil
        evaluation = nil
        score = nil
        overall = results.sheet.answeredCount > 0 ? results.summary.meanOverall : nil
        message = DialogueText.closing(results, student: student)
    }

    private static let questionForm = ReplyForm<DialogueReply>(
        "DialogueQuestion",
        [
            ReplyField("id", "Its number.") { $0.question?.number ?? 0 },
            ReplyField("question_text", "The question.") { $0.question?.text ?? "" },
            ReplyField("category", "The subject.") { $0.question?.question.category ?? "" },
            ReplyField("difficulty", "How hard it is.") {
                InterviewDifficulty($0.question?.question.level ?? .mid)
            },
            ReplyField("order", "Its place, 1 for the first; a follow-up has that of its question.") {
                reply in
                reply.question.map { reply.sheet.plannedNumber(of: $0) } ?? 1
            },
            ReplyField("is_follow_up", "Whether it follows up on the answer.") {
                $0.question?.isFollowUp ?? false
            },
        ])

    private static let feedback = ReplyForm<DialogueReply>(
        "DialogueFeedback",
        [
            ReplyField("score", "The score, 0 to 100.", schema: .nullable(.number(0...100))) {
                $0.score.map(InterviewPoints.shown)
            },
            ReplyField("summary", "A summary in a few sentences.") { $0.evaluation?.narrative ?? "" },
            ReplyField("strengths", "What was done well.") { $0.evaluation?.strengths ?? [] },
            ReplyField("weaknesses", "What weakened the answer.") { $0.evaluation?.weaknesses ?? [] },
            ReplyField("suggestions", "What to do next time.") { $0.evaluation?.suggestions ?? [] },
        ])

    static let form = ReplyForm<DialogueReply>(
        "AIInterviewReply",
        [
            ReplyField("action", "What was asked for.") { $0.action },
            ReplyField("session", "The number of the session.") { $0.sheet.number },
            ReplyField("session_id", "The UUID of the session.", schema: .text(format: .uuid)) {
                $0.sheet.interview.id
            },
            ReplyField("status", "Where the session stands.") { InterviewStatus($0.sheet.interview.state) },
            ReplyField("message", "What the interviewer says, the next question in it.") { $0.message },
            ReplyField("question", "The question that is to be answered.", optional: questionForm) {
                $0.question == nil ? nil : $0
            },
            ReplyField("feedback", "What is said of the answer.", optional: feedback) {
                $0.evaluation == nil ? nil : $0
            },
            ReplyField("is_complete", "Whether nothing is left to answer.") { $0.question == nil },
            ReplyField("questions_answered", "How many questions were answered.") { $0.sheet.answeredCount },
            ReplyField("questions_total", "How many questions there are.") { $0.sheet.questionCount },
            ReplyField(
                "overall_score", "The mean score, 0 to 100, once it has ended.",
                schema: .nullable(.number(0...100))
            ) { $0.overall.map(InterviewPoints.shown) },
        ])
}

/// What can be asked of a session that is held question by question.
enum DialogueAction: String, RequestValue, ReplyValue, CaseIterable {
    case initialize, respond, end
}
