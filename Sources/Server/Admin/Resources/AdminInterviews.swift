import Evaluation
import FoundationEssentials
import Interview
import Records
import Service
import Web

/// Interviews, for admins.
enum AdminInterviews {
    private static let state = RequestField<InterviewState?>(optional: "state", "Only in this state.")
    private static let mix = RequestField<QuestionPreferences.Mix?>(optional: "kind", "Only of this kind.")
    private static let candidate = AdminFields.number("candidate_id", "Only of this candidate.")
    private static let interviewer = AdminFields.number("interviewer_id", "Only of this interviewer.")

    private static let title = RequestField<String?>(
        optional: "title", "A name for lists.", schema: .text(length: 0...200))
    private static let summary = RequestField<String?>(optional: "description", "What it is about.")
    private static let company = RequestField<String?>(
        optional: "company", "The company that it is for.", schema: .text(length: 1...200))
    private static let mode = RequestField<InterviewDetails.Mode?>(
        changing: "mode", "For practice or for real.")
    private static let tags = RequestField<[String]?>(changing: "tags", "Labels.")
    private static let answers = AdminFields.number("candidate_id", "The number of who answers.")
    private static let asks = AdminFields.number("interviewer_id", "The number of who asks.")
    private static let reason = RequestField<String?>(
        optional: "reason", "Why, for those who take part.", schema: .text(length: 1...2000))

    private static let row = ReplyForm<InterviewListing>(
        "AdminInterview",
        [
            ReplyField("id", "Its number.") { $0.number },
            ReplyField("uuid", "Its UUID.") { $0.id },
            ReplyField("title", "A name for lists.") { $0.title },
            ReplyField("state", "Where it stands.", schema: InterviewState.requestSchema) {
                $0.state.rawValue
            },
            ReplyField("kind", "What is asked.", schema: QuestionPreferences.Mix.requestSchema) {
                $0.kind.rawValue
            },
            ReplyField("level", "The level it begins with.", schema: QuestionLevel.requestSchema) {
                $0.level.rawValue
            },
            ReplyField("role", "The role.") { $0.role },
            ReplyField("company", "The company that it is for.") { $0.company },
            ReplyField("organization_id", "The number of the organization.") { $0.organization },
            ReplyField("candidate_id", "The number of who answers.") { $0.candidate },
            ReplyField("interviewer_id", "The number of who asks.") { $0.interviewer },
            ReplyField("template_id", "The number of its template.") { $0.template },
            ReplyField("held_at", "When it was held or is to be.") { $0.heldAt },
            ReplyField("question_count", "How many questions are planned.") { $0.questionCount },
            ReplyField("answered_count", "How many questions were answered.") { $0.answeredCount },
            ReplyField("score", "The score, 0 to 100.") { $0.overall },
        ])

    private static let detail = ReplyForm<InterviewSheet>(
        "AdminInterviewDetail",
        [
            ReplyField("id", "Its number.") { $0.number },
            ReplyField("uuid", "Its UUID.") { $0.interview.id },
            ReplyField("title", "A name for lists.") { $0.interview.details.title },
            ReplyField("description", "What it is about.") { $0.interview.details.summary },
            ReplyField("state", "Where it stands.", schema: InterviewState.requestSchema) {
                $0.interview.state.rawValue
            },
            ReplyField("mode", "For practice or for real.", schema: InterviewDetails.Mode.requestSchema) {
                $0.interview.details.mode.rawValue
            },
            ReplyField("kind", "What is asked.", schema: QuestionPreferences.Mix.requestSchema) {
                $0.interview.plan.preferences.mix.rawValue
            },
            ReplyField("level", "The level it begins with.", schema: QuestionLevel.requestSchema) {
                $0.interview.plan.preferences.level.rawValue
            },
            ReplyField("role", "The role.") { $0.interview.plan.preferences.role },
            ReplyField("company", "The company that it is for.") { $0.interview.details.company },
            ReplyField("job_description", "The description of the job.") {
                $0.interview.details.jobDescription
            },
            ReplyField("tags", "Labels.") { $0.interview.details.tags },
            ReplyField("organization_id", "The number of the organization.") {
                $0.interview.details.organization
            },
            ReplyField("candidate_id", "The number of who answers.") { $0.interview.details.candidate },
            ReplyField("interviewer_id", "The number of who asks.") { $0.interview.details.interviewer },
            ReplyField("template_id", "The number of its template.") { $0.interview.details.template },
            ReplyField("resume_id", "The number of the resume that its questions follow.") {
                $0.interview.details.resume
            },
            ReplyField("created_at", "When it was made.") { $0.interview.createdAt },
            ReplyField("scheduled_at", "When it is planned for.") { $0.interview.schedule?.start },
            ReplyField("started_at", "When it was begun.") { $0.interview.startedAt },
            ReplyField("ended_at", "When it ended.") { $0.interview.endedAt },
            ReplyField("updated_at", "When it was last changed.") { $0.kept.updatedAt },
            ReplyField("score", "The mean of the scores of its answers, 0 to 100.") {
                InterviewSummary(of: $0.interview).meanOverall
            },
            ReplyField("recordings", "How many recordings it names.") { $0.interview.recordings.count },
            ReplyField("questions", "Its questions with their answers.", listOf: question) { $0.questions },
        ])

    private static let question = ReplyForm<InterviewQuestion>(
        "AdminInterviewQuestion",
        [
            ReplyField("id", "The number of the question.") { $0.number },
            ReplyField("position", "Its place, 1 for the first.") { $0.position },
            ReplyField("text", "The words.") { $0.text },
            ReplyField("kind", "What sort of question it is.", schema: QuestionKind.requestSchema) {
                $0.question.kind.rawValue
            },
            ReplyField("is_follow_up", "Whether it follows up on an answer.") { $0.isFollowUp },
            ReplyField("answers", "The attempts at an answer, first to last.", listOf: answer) { question in
                zip(question.answers, question.turn?.takes ?? []).map { ($0, $1) }
            },
        ])

    private static let answer = ReplyForm<(number: Int64, take: Take)>(
        "AdminAnswer",
        [
            ReplyField("id", "The number of the answer.") { $0.number },
            ReplyField("received_at", "When it was given.") { $0.take.receivedAt },
            ReplyField("text", "What was said; `null` before it was heard.") { $0.take.text },
            ReplyField("code", "Code beside it.") { $0.take.code },
            ReplyField("recording", "The name of its recording.") { $0.take.recording },
            ReplyField("score", "The score, 0 to 100.") { $0.take.score },
            ReplyField("needs_review", "Whether a person should look at it.") { $0.take.waitsForReview },
            ReplyField("failure", "Why it could not be judged.") { $0.take.failure },
        ])

    static func resource(_ admin: AdminService) -> AdminResource {
        AdminResource(
            "interviews", title: "Interviews", noun: "interview",
            about: "Interviews that are planned, go on or are over, with their questions and answers.",
            row: row,
            columns: [
                "id", "title", "state", "kind", "role", "candidate_id", "interviewer_id", "organization_id",
                "held_at", "score",
            ], filters: [state, mix, candidate, interviewer, AdminFields.ofOrganization],
            label: { $0.title.isEmpty ? "Interview \($0.number)" : $0.title },
            list: { values, caller in
                var filter = InterviewFilter()
                if let state = values[state] { filter.states = [state] }
                if let kind = values[mix] { filter.kinds = [kind] }
                filter.candidate = values[candidate]
                filter.interviewer = values[interviewer]
                filter.organization = values[AdminFields.ofOrganization]
                filter.text = values.search
                return try await admin.interviews(filter, page: values.page, for: caller)
            },
            detail: AdminDetail(
                form: detail, number: { $0.number },
                label: {
                    let title = $0.interview.details.title
                    return title.isEmpty ? "Interview \($0.number)" : title
                }, get: { try await admin.interview($0, for: $1) },
                changing: .init(
                    form: RequestForm(
                        "AdminInterviewEdit",
                        [title, summary, company, mode, tags, answers, asks, AdminFields.organization])
                ) { number, values, caller in
                    try await admin.changeInterview(number, values.names, by: caller) { details in
                        try change(&details, values)
                    }
                },
                deleting: .init(
                    consequences: { sheet in
                        let answers = sheet.questions.reduce(0) { $0 + $1.answers.count }
                        return AdminRow.Consequences(goes: [
                            AdminCount.of(sheet.questions.count, "question"),
                            AdminCount.of(answers, "answer"),
                            AdminCount.of(sheet.interview.recordings.count, "recording"),
                            "its conversation and reports",
                        ])
                    }, work: { try await admin.deleteInterview($0, by: $1) }), actions: actions(admin)))
    }

    private static func actions(_ admin: AdminService) -> [AdminAction<InterviewSheet>] {
        [
            AdminAction(
                "cancel", "Call off", "Calls off an interview that was planned.",
                form: RequestForm("AdminCancellation", [reason]), reply: detail,
                isOffered: { $0.interview.state == .scheduled }
            ) { number, values, caller in
                try await require(.scheduled, number, caller, admin)
                return try await admin.cancelInterview(number, because: values[reason], by: caller)
            },
            AdminAction(
                "abandon", "Give up", "Ends an interview that goes on and that nobody will bring to its end.",
                reply: detail, isOffered: { $0.interview.state == .inProgress }
            ) { number, _, caller in
                try await require(.inProgress, number, caller, admin)
                return try await admin.cancelInterview(number, by: caller)
            },
            AdminAction(
                "no-show", "Did not come", "Notes that the candidate of a planned interview did not come.",
                reply: detail, isOffered: { $0.interview.state == .scheduled }
            ) { number, _, caller in try await admin.markMissed(number, by: caller) },
        ]
    }

    private static func require(
        _ state: InterviewState, _ number: RecordName, _ caller: Caller, _ admin: AdminService
    ) async throws {
        let sheet = try await admin.interview(number, for: caller)
        guard sheet.interview.state != state else { return }
        throw ServiceError.conflict(
            reason:
                "Interview \(number) is in the state \(sheet.interview.state.rawValue), not \(state.rawValue)."
        )
    }

    private static func change(
        _ details: inout InterviewDetails, _ values: RequestValues
    ) throws(InvalidField) {
        details.title = values.changed(title, from: details.title) ?? ""
        details.summary = values.changed(summary, from: details.summary)
        details.company = values.changed(company, from: details.company)
        if let mode = values[mode] { details.mode = mode }
        if let tags = values[tags] { details.tags = try InvalidField.labels(tags, "tags") }
        details.candidate = values.changed(answers, from: details.candidate)
        details.interviewer = values.changed(asks, from: details.interviewer)
        details.organization = values.changed(AdminFields.organization, from: details.organization)
    }
}
