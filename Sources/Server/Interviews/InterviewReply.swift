import Evaluation
import FoundationEssentials
import Interview
import Records
import Service
import Web

/// Interviews, as this interface shows them. Scores are 0 to 10 an answer, and as many points in all.
enum InterviewReply {
    /// An interview in a list.
    static let listed = ReplyForm<InterviewListing>(
        "InterviewItem",
        [
            ReplyField("id", "Its number.") { $0.number },
            ReplyField("title", "What it is called.") { $0.title },
            ReplyField("interview_type", "What is asked.") { InterviewKindName($0.kind) },
            ReplyField("difficulty", "How hard it is.") { InterviewDifficulty($0.level) },
            ReplyField("job_role", "The role.") { $0.role ?? "" },
            ReplyField("company_name", "The company.") { $0.company ?? "" },
            ReplyField("status", "Where it stands.") { InterviewStatus($0.state) },
            ReplyField("total_questions", "How many questions it has.") { $0.questionCount },
            ReplyField("percentage", "The mean score, 0 to 100; 0 without one.", schema: .number(0...100)) {
                Points.shown($0.overall ?? 0)
            },
            ReplyField("scheduled_at", "When it is to be held.") { $0.scheduledAt },
            ReplyField("started_at", "When it was begun.") { $0.startedAt },
            ReplyField("completed_at", "When it ended.") { $0.endedAt },
            ReplyField("created_at", "When it was made.") { $0.createdAt },
        ])

    private static let heads: [ReplyField<InterviewResults>] = [
        ReplyField("id", "Its number.") { $0.sheet.number },
        ReplyField("uuid", "Its UUID.") { $0.sheet.interview.id },
        ReplyField("user", "The number of the person whose it is.") {
            $0.details.candidate ?? $0.details.interviewer
        },
        ReplyField("title", "What it is called.") { $0.details.title },
        ReplyField("description", "What it is for.") { $0.details.summary ?? "" },
        ReplyField("interview_type", "What is asked.") { InterviewKindName($0.preferences.mix) },
        ReplyField("difficulty", "How hard it is.") { InterviewDifficulty($0.preferences.level) },
        ReplyField("job_role", "The role.") { $0.preferences.role ?? "" },
        ReplyField("company_name", "The company.") { $0.details.company ?? "" },
        ReplyField("job_description", "The description of the job.") { $0.details.jobDescription ?? "" },
        ReplyField("required_skills", "Skills that are asked about first.") {
            ($0.preferences.skills?.skills ?? []).map(\.skill.name)
        },
        ReplyField("duration_minutes", "How long it is planned to take.") {
            $0.sheet.interview.schedule?.durationMinutes ?? $0.details.plannedMinutes
                ?? InterviewSchedule.usualMinutes
        },
        ReplyField("total_questions", "How many questions it has.") { $0.sheet.questionCount },
        ReplyField("use_ai", "Whether a language model may judge.") { $0.details.usesLanguageModel },
        ReplyField("enable_video", "Whether a picture is wanted.") { $0.details.wantsVideo },
        ReplyField("enable_audio", "Whether the sound is kept.") { $0.details.keepsAudio },
        ReplyField("status", "Where it stands.") { InterviewStatus($0.sheet.interview.state) },
        ReplyField("scheduled_at", "When it is to be held.") { $0.sheet.interview.schedule?.start },
        ReplyField("started_at", "When it was begun.") { $0.sheet.interview.startedAt },
        ReplyField("completed_at", "When it ended.") { $0.sheet.interview.endedAt },
    ]

    private static let tails: [ReplyField<InterviewResults>] = [
        ReplyField("total_score", "The points of all answers.") { $0.points.total },
        ReplyField("max_score", "The points that they could have had: 10 each.") { $0.points.most },
        ReplyField("percentage", "The mean score, 0 to 100; 0 without one.", schema: .number(0...100)) {
            $0.points.percentage
        },
        ReplyField("overall_feedback", "A summary; empty before it is over.") { $0.overallFeedback },
        ReplyField("strengths", "What went well.") { $0.endedFeedback?.strengths.map(\.text) ?? [] },
        ReplyField("weaknesses", "What to work on.") { $0.endedFeedback?.areas.map(\.text) ?? [] },
        ReplyField("recommendations", "How to go on.") { (results: InterviewResults) -> [String] in
            guard let feedback = results.endedFeedback else { return [] }
            return feedback.tips.map(\.text) + feedback.resources.map(\.resource.line)
        },
        ReplyField("created_at", "When it was made.") { $0.sheet.interview.createdAt },
        ReplyField("updated_at", "When it was last changed.") { $0.sheet.kept.updatedAt },
    ]

    /// An interview with its questions.
    static let one = ReplyForm<InterviewResults>(
        "Interview",
        heads + [
            ReplyField("questions", "Its questions.", listOf: InterviewQuestionReply.form) {
                $0.sheet.questions
            }
        ] + tails)

    /// An interview with its questions, what is expected of answers, and the answers.
    static let results = ReplyForm<InterviewResults>(
        "InterviewResults",
        heads + [
            ReplyField(
                "questions", "Its questions with what is expected of answers.",
                listOf: InterviewQuestionReply.expecting
            ) { $0.sheet.questions },
            ReplyField("responses", "The answers.", listOf: InterviewQuestionReply.response) { results in
                results.sheet.questions.compactMap(InterviewQuestionReply.Answer.init)
            },
        ] + tails)

    /// An interview with a sentence.
    static func message(_ name: String, _ message: String) -> ReplyForm<InterviewResults> {
        ReplyForm(
            name,
            [
                ReplyField("message", "A sentence for people.") { _ in message },
                ReplyField("interview", "The interview.", one) { $0 },
            ])
    }

    /// Points of 0 to 10 an answer.
    struct Points {
        let total: Double
        let most: Double
        let percentage: Double

        init(_ interview: Interview) {
            let answers = interview.turns.count { $0.score != nil }
            let score = interview.score ?? 0
            most = Double(10 * answers)
            percentage = Self.shown(score)
            total = Self.shown(score / 100 * most)
        }

        /// A number to two decimals.
        static func shown(_ number: Double) -> Double { (number * 100).rounded() / 100 }
    }
}

extension InterviewResults {
    fileprivate var details: InterviewDetails { sheet.interview.details }
    fileprivate var preferences: QuestionPreferences { sheet.interview.plan.preferences }
    fileprivate var points: InterviewReply.Points { InterviewReply.Points(sheet.interview) }
    /// The feedback, once it is over.
    fileprivate var endedFeedback: InterviewFeedback? { sheet.interview.state.isOver ? feedback : nil }

    fileprivate var overallFeedback: String {
        if let notes = sheet.interview.review?.notes { return notes }
        guard let feedback = endedFeedback else { return "" }
        let label = feedback.label.map { "The performance was \($0.title)." }
        return ([label] + [feedback.strengths.first?.text, feedback.areas.first?.text])
            .compactMap(\.self).joined(separator: " ")
    }
}
