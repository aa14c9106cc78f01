import Evaluation
import FoundationEssentials
import Interview
import Records
import Service
import Web

/// Interviews, as this interface shows them. Scores are 0 to 10 an answer, and as many points in all.
enum InterviewReply {
    /// An interview in a list, with the points of its answers.
    struct Listed: Sendable {
        let listing: InterviewListing
        let points: InterviewPoints
    }

    /// An interview in a list.
    static let listed = ReplyForm<Listed>(
        "InterviewItem",
        [
            ReplyField("id", "Its number.") { $0.listing.number },
            ReplyField("title", "What it is called.") { $0.listing.title },
            ReplyField("interview_type", "What is asked.") { InterviewKindName($0.listing.kind) },
            ReplyField("difficulty", "How hard it is.") { InterviewDifficulty($0.listing.level) },
            ReplyField("job_role", "The role.") { $0.listing.role ?? "" },
            ReplyField("company_name", "The company.") { $0.listing.company ?? "" },
            ReplyField("status", "Where it stands.") { InterviewStatus($0.listing.state) },
            ReplyField("total_questions", "How many questions it has.") { $0.listing.questionCount },
            ReplyField(
                "percentage", "The points of all answers, 0 to 100; 0 without one.", schema: .number(0...100)
            ) { $0.points.percentage },
            ReplyField("scheduled_at", "When it is to be held.") { $0.listing.scheduledAt },
            ReplyField("started_at", "When it was begun.") { $0.listing.startedAt },
            ReplyField("completed_at", "When it ended.") { $0.listing.endedAt },
            ReplyField("created_at", "When it was made.") { $0.listing.createdAt },
        ])

    private static let heads: [ReplyField<InterviewResults>] = [
        ReplyField("id", "Its number.") { $0.sheet.number },
        ReplyField("uuid", "Its UUID.") { $0.sheet.interview.id },
        ReplyField(
            "user",
            "The account of the person who asks, else of the one who answers; `null` where there is none."
        ) { $0.user },
        ReplyField("title", "What it is called.") { $0.details.title },
        ReplyField("description", "What it is for.") { $0.details.summary ?? "" },
        ReplyField("interview_type", "What is asked.") { InterviewKindName($0.preferences.mix) },
        ReplyField("difficulty", "How hard it is.") { InterviewDifficulty($0.preferences.level) },
        ReplyField("job_role", "The role.") { $0.sheet.interview.role ?? "" },
        ReplyField("company_name", "The company.") { $0.details.company ?? "" },
        ReplyField("job_description", "The description of the job.") { $0.details.jobDescription ?? "" },
        ReplyField("required_skills", "Skills that are asked about first.") {
            $0.sheet.interview.skillNames
        },
        ReplyField("duration_minutes", "How long it is planned to take.") {
            $0.sheet.interview.schedule?.durationMinutes ?? $0.details.plannedMinutes
                ?? InterviewSchedule.usualMinutes
        },
        ReplyField("total_questions", "How many questions it has.") { $0.sheet.questionCount },
        ReplyField("use_ai", "Whether a language model may judge.") { $0.details.usesLanguageModel },
        ReplyField("enable_video", "Whether a picture is wanted.") { $0.details.wantsVideo },
        ReplyField("enable_audio", "Whether the sound of the answers is kept once they are judged.") {
            $0.details.keepsAudio
        },
        ReplyField("status", "Where it stands.") { InterviewStatus($0.sheet.interview.state) },
        ReplyField("scheduled_at", "When it is to be held.") { $0.sheet.interview.schedule?.start },
        ReplyField("started_at", "When it was begun.") { $0.sheet.interview.startedAt },
        ReplyField("completed_at", "When it ended.") { $0.sheet.interview.endedAt },
    ]

    private static let tails: [ReplyField<InterviewResults>] = [
        ReplyField("total_score", "The points of all answers.") { $0.points.total },
        ReplyField("max_score", "The points that they could have had: 10 each.") { $0.points.most },
        ReplyField(
            "percentage", "The points of all answers, 0 to 100; 0 without one.", schema: .number(0...100)
        ) { $0.points.percentage },
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
                $0.sheet.sheetQuestions
            }
        ] + tails)

    /// An interview with its questions, what is expected of answers, and the answers.
    static let results = ReplyForm<InterviewResults>(
        "InterviewResults",
        heads + [
            ReplyField(
                "questions",
                "Its questions with what is expected of answers, which whoever answers sees when it is over.",
                listOf: InterviewQuestionReply.expecting
            ) { results in
                (results.showsExpectations ? results.sheet : results.sheet.withoutExpectations).sheetQuestions
            },
            ReplyField("responses", "The answers.", listOf: InterviewQuestionReply.response) { results in
                results.sheet.questions.compactMap {
                    InterviewQuestionReply.Answer($0, of: results.sheet.interview)
                }
            },
        ] + tails)

    /// An interview with a sentence.
    static func message(_ name: String, _ message: String) -> ReplyForm<InterviewResults> {
        self.message(name) { _ in message }
    }

    /// An interview that has ended, with a sentence.
    static let ended = message("InterviewCompleted") {
        $0.sheet.interview.state == .completed
            ? "Interview completed successfully" : "Interview ended without an answer"
    }

    private static func message(
        _ name: String, _ message: @escaping @Sendable (InterviewResults) -> String
    ) -> ReplyForm<InterviewResults> {
        ReplyForm(
            name,
            [
                ReplyField("message", "A sentence for people.", message),
                ReplyField("interview", "The interview.", one) { $0 },
            ])
    }
}

extension InterviewResults {
    fileprivate var details: InterviewDetails { sheet.interview.details }
    fileprivate var preferences: QuestionPreferences { sheet.interview.plan.preferences }
    fileprivate var points: InterviewPoints {
        InterviewPoints(sheet.interview.turns.compactMap { $0.finalTake?.score })
    }
    /// The account of the one who asks, else of the one who answers.
    fileprivate var user: Int64? {
        [details.interviewer, details.candidate].compactMap { $0.flatMap { accounts[$0] } }.first
    }
    /// The feedback, once it is over.
    fileprivate var endedFeedback: InterviewFeedback? { sheet.interview.state.isOver ? feedback : nil }

    fileprivate var overallFeedback: String {
        if let notes = sheet.interview.review?.notes { return notes }
        guard let feedback = endedFeedback else { return "" }
        let label = feedback.label.map { "The performance \($0.predicate)." }
        return ([label] + [feedback.strengths.first?.text, feedback.areas.first?.text])
            .compactMap(\.self).joined(separator: " ")
    }
}

extension PerformanceLabel {
    /// What it says of a performance.
    fileprivate var predicate: String {
        switch self {
        case .excellent, .good, .average: "was \(title)"
        case .needsImprovement: title
        }
    }
}
