import Accounts
import FoundationEssentials
import HTTPTypes
import Interview
import Records
import Service
import Web

/// Templates that interviews are made from.
struct TemplateEndpoints: Sendable {
    private static let root = "/api/v1/templates"
    private static let tag = "templates"

    /// The service.
    let service: VivaService

    /// A template with its questions as they read now.
    struct Shown: Sendable {
        let kept: KeptTemplate
        let questions: [Question]
        /// The number of the account of the person whose it is.
        let creator: Int64?
    }

    private static let question = ReplyForm<Question>(
        "TemplateQuestion",
        [
            ReplyField("question", "The question.") { $0.text },
            ReplyField("type", "What sort of question it is.") { InterviewQuestionKind($0.kind) },
            ReplyField("difficulty", "How hard it is.") { InterviewDifficulty($0.level) },
            ReplyField(
                "expected_answer", "A sample answer, or the points of a good one; empty for candidates."
            ) {
                $0.expectedAnswer
            },
        ])

    private static let template = ReplyForm<Shown>(
        "Template",
        [
            ReplyField("id", "Its number.") { $0.kept.number },
            ReplyField("title", "What it is called.") { $0.kept.template.title },
            ReplyField("description", "What it is for.") { $0.kept.template.summary ?? "" },
            ReplyField("interview_type", "What is asked.") { InterviewKindName($0.kept.template.kind) },
            ReplyField("difficulty", "How hard it is.") { InterviewDifficulty($0.kept.template.level) },
            ReplyField("duration_minutes", "How long it is planned to take.") {
                $0.kept.template.durationMinutes
            },
            ReplyField(
                "questions", "Its questions; none where they are chosen when it is used.", listOf: question
            ) { $0.questions },
            ReplyField("times_used", "How many interviews were made from it.") { $0.kept.useCount },
            ReplyField(
                "average_score", "The mean score of those that are completed, 0 to 100; 0 without one.",
                schema: .number(0...100)
            ) { InterviewPoints.shown($0.kept.meanScore ?? 0) },
            ReplyField("is_active", "Whether it may be used.") { $0.kept.template.isActive },
            ReplyField("is_premium", "Whether it is for those only who pay for it.") {
                $0.kept.template.isPremium
            },
            ReplyField(
                "created_by",
                "The account of the person whose it is; `null` for those of nobody in particular."
            ) { $0.creator },
            ReplyField("created_at", "When it was made.") { $0.kept.createdAt },
        ])

    var endpoints: [Endpoint] { all.map { $0.naming(["role": "job_role"]) } }

    private var all: [Endpoint] {
        [
            Endpoint(
                .get, Self.root + "/", of: Self.tag, "List templates", name: "listTemplates",
                query: [InterviewFields.ofKind, InterviewFields.ofDifficulty], reply: .whole(Self.template)
            ) { call in try await list(call) },
            Endpoint(
                .get, Self.root + "/{id}/", of: Self.tag, "Show a template", name: "showTemplate",
                reply: .one(Self.template)
            ) { call in try await shown(service.template(call.record(), for: call.requester), call) },
            Endpoint(
                .post, Self.root + "/{id}/use_template/", of: Self.tag, "Make an interview from a template",
                name: "useTemplate", body: InterviewFields.use,
                reply: .one(
                    InterviewReply.message("InterviewFromTemplate", "Interview created from template"),
                    status: .created)
            ) { call in
                let sheet = try await service.use(
                    template: call.record(), role: call.body[InterviewFields.role].flatMap(\.unlessEmpty),
                    company: call.body[InterviewFields.company].flatMap(\.unlessEmpty),
                    candidate: call.requester.person,
                    manner: InterviewManner(medium: .text, followUpLimit: 0),
                    for: call.requester)
                return try await service.results(of: .number(sheet.number), for: call.requester)
            },
        ]
    }

    /// The templates that may be used.
    private func list(_ call: Call) async throws -> RecordsPage<Shown> {
        var filter = TemplateFilter()
        filter.isActive = true
        let all = try await RecordsPage.all { place in
            try await service.templates(
                filter, page: .after(place, count: PageRequest.limit), for: call.requester)
        }
        var templates: [Shown] = []
        for kept in all.items {
            let kind = InterviewKindName(kept.template.kind)
            let difficulty = InterviewDifficulty(kept.template.level)
            guard (call.query[InterviewFields.ofKind] ?? kind) == kind,
                (call.query[InterviewFields.ofDifficulty] ?? difficulty) == difficulty
            else { continue }
            templates.append(try await shown(kept, call))
        }
        return RecordsPage(items: templates, unreadable: all.unreadable)
    }

    /// A template as somebody may see it: candidates not what is expected of their answers.
    private func shown(_ kept: KeptTemplate, _ call: Call) async throws -> Shown {
        let questions = try await service.questions(of: kept.template)
        return Shown(
            kept: kept,
            questions: call.requester.role == .candidate ? questions.map(\.withoutExpectations) : questions,
            creator: try await service.account(ofPerson: kept.template.owner))
    }
}
