import Evaluation
import FoundationEssentials
import Interview
import Records
import Service
import Web

/// Sessions in lists and alone, as this interface shows them.
enum PracticeSessionReply {
    /// A new session with its first question.
    static let start = ReplyForm<InterviewSheet>(
        "PracticeStart",
        [
            ReplyField("session_id", "The number of the session.") { $0.number },
            ReplyField("session_type", "What is asked.") { PracticeKind($0.interview.plan.preferences.mix) },
            ReplyField("job_role", "The role.") { $0.interview.role ?? "" },
            ReplyField("difficulty_level", "Where it begins.") {
                PracticeLevel($0.interview.plan.preferences.level)
            },
            ReplyField("total_questions", "How many questions there are.") { $0.questionCount },
            ReplyField("first_question", "The first of them.", optional: PracticeQuestionReply.form) {
                sheet in
                sheet.next.map { PracticeQuestionReply(question: $0, sheet: sheet) }
            },
            ReplyField("message", "A sentence for people.") {
                let count = $0.questionCount
                return "Interview session started! You have \(count) "
                    + "\(count == 1 ? "question" : "questions") to answer. Good luck!"
            },
        ])

    /// A session in a list.
    static let listed = ReplyForm<InterviewListing>(
        "PracticeSession",
        [
            ReplyField("id", "The number of the session.") { $0.number },
            ReplyField("session_type", "What is asked.") { PracticeKind($0.kind) },
            ReplyField("job_role", "The role.") { $0.role ?? "" },
            ReplyField("difficulty_level", "Where it begins.") { PracticeLevel($0.level) },
            ReplyField("total_questions", "How many questions there are.") { $0.questionCount },
            ReplyField("questions_answered", "How many were answered.") { $0.answeredCount },
            ReplyField("status", "Where it stands.") { PracticeState($0.state) },
            ReplyField(
                "average_score", "The mean score, once it is over.", schema: .nullable(.number(0...100))
            ) { $0.ended?.overall.map(PracticeScores.shown) },
            ReplyField("duration_seconds", "How long was worked on it, once it is over.") {
                $0.ended?.durationSeconds.map { Int($0.rounded()) }
            },
            ReplyField("started_at", "When it began, or is to; its end where it never began.") {
                $0.heldAt.orEnd($0.endedAt)
            },
            ReplyField("completed_at", "When it ended.") { $0.endedAt },
            ReplyField("overall_performance", "The score in one word, once it is over.") { $0.ended?.label },
            ReplyField("technical_rating", "Stars.", schema: PracticeStars.schema) {
                $0.ended.flatMap { PracticeStars($0).technical }
            },
            ReplyField("communication_rating", "Stars.", schema: PracticeStars.schema) {
                $0.ended.flatMap { PracticeStars($0).communication }
            },
            ReplyField("confidence_rating", "Stars.", schema: PracticeStars.schema) {
                $0.ended.flatMap { PracticeStars($0).confidence }
            },
        ])

    /// A page of sessions.
    struct Page: Sendable {
        let sessions: [InterviewListing]
        let total: Int
        let skip: Int
        let limit: Int
    }

    static let page = ReplyForm<Page>(
        "PracticeSessions",
        [
            ReplyField("sessions", "The sessions, newest first.", listOf: listed) { $0.sessions },
            ReplyField("total", "How many there are in all.") { $0.total },
            ReplyField("page", "Which page it is, 1 for the first.") { $0.skip / $0.limit + 1 },
            ReplyField("page_size", "The most sessions of a page.") { $0.limit },
        ])

    /// A session that was completed.
    static let completed = ReplyForm<InterviewResults>(
        "PracticeCompletion",
        [
            ReplyField("session_id", "The number of the session.") { $0.sheet.number },
            ReplyField("completed", "Whether it counts as completed: without an answer it is abandoned.") {
                $0.sheet.interview.state == .completed
            },
            ReplyField("questions_answered", "How many questions were answered.") { $0.sheet.answeredCount },
            ReplyField("total_time_seconds", "How long was worked on it.") {
                Int(($0.sheet.interview.activeSeconds ?? 0).rounded())
            },
            ReplyField("average_scores", "The mean scores, 0 to 100.", PracticeScores.ofSession) {
                PracticeScores($0.summary)
            },
            ReplyField("performance", "The mean score in one word.") {
                PerformanceLabel(score: $0.summary.meanOverall)
            },
            ReplyField("ratings", "Stars, 1 to 5.", PracticeStars.form) { PracticeStars($0) },
            ReplyField("feedback", "What all answers say together.", PracticeFeedbackReply.form) {
                $0.feedback
            },
            ReplyField("message", "A sentence for people.") { $0.message },
        ])

    /// A session with its questions and answers.
    static let details = ReplyForm<InterviewResults>(
        "PracticeDetails",
        [
            ReplyField("session_id", "The number of the session.") { $0.sheet.number },
            ReplyField("session_type", "What is asked.") {
                PracticeKind($0.sheet.interview.plan.preferences.mix)
            },
            ReplyField("job_role", "The role.") { $0.sheet.interview.role ?? "" },
            ReplyField("difficulty_level", "Where it begins.") {
                PracticeLevel($0.sheet.interview.plan.preferences.level)
            },
            ReplyField("status", "Where it stands.") { PracticeState($0.sheet.interview.state) },
            ReplyField("started_at", "When it began, or is to; its end where it never began.") {
                $0.sheet.interview.heldAt.orEnd($0.sheet.interview.endedAt)
            },
            ReplyField("completed_at", "When it ended.") { $0.sheet.interview.endedAt },
            ReplyField("total_questions", "How many questions there are.") { $0.sheet.questionCount },
            ReplyField("questions_answered", "How many were answered.") { $0.sheet.answeredCount },
            ReplyField("duration_seconds", "How long was worked on it, once it is over.") {
                $0.sheet.interview.activeSeconds.map { Int($0.rounded()) }
            },
            ReplyField("average_scores", "The mean scores, 0 to 100.", PracticeScores.ofSession) {
                PracticeScores($0.summary)
            },
            ReplyField(
                "questions_and_answers", "The questions that were answered.",
                listOf: PracticeAnswerReply.detail
            ) { PracticeAnswerReply.Detail.all(of: $0.sheet) },
            ReplyField(
                "feedback", "What all answers say together, once it is over.",
                optional: PracticeFeedbackReply.form
            ) { $0.sheet.interview.state.isOver ? $0.feedback : nil },
        ])
}

extension InterviewListing {
    /// Itself when it is over: before that there is no result.
    fileprivate var ended: InterviewListing? { state.isOver ? self : nil }
}

extension InterviewResults {
    fileprivate var message: String {
        let count = sheet.answeredCount
        guard sheet.interview.state == .completed else {
            return "Interview ended without an answer."
        }
        let answered =
            "Interview completed! You answered \(count) \(count == 1 ? "question" : "questions")"
        guard let mean = summary.meanOverall else { return answered + ", and none could be scored" }
        return answered + " with an average score of \(PracticeScores.shown(mean))%"
    }
}

extension Date {
    /// Itself, or the end of what was called off before it was to begin.
    fileprivate func orEnd(_ end: Date?) -> Date { end.map { min(self, $0) } ?? self }
}
