import Accounts
import Evaluation
import FoundationEssentials
import Interview
import Records
import Service
import Web

/// Templates of interviews, for admins.
enum AdminTemplates {
    private static let mix = RequestField<QuestionPreferences.Mix?>(optional: "kind", "Only of this kind.")
    private static let level = RequestField<QuestionLevel?>(optional: "level", "Only at this level.")
    private static let isActive = RequestField<Bool?>(
        optional: "is_active", "Only those that may be used, or that may not.")

    private static let title = RequestField<String>(
        "title", "What it is called.", schema: .text(length: 1...200))
    private static let newTitle = RequestField<String?>(
        changing: "title", "What it is called.", schema: .text(length: 1...200))
    private static let summary = RequestField<String?>(optional: "description", "What it is for.")
    private static let kind = RequestField<QuestionPreferences.Mix>(
        "kind", "What is asked.", usual: .mixed)
    private static let newKind = RequestField<QuestionPreferences.Mix?>(
        changing: "kind", "What is asked.")
    private static let firstLevel = RequestField<QuestionLevel>(
        "level", "How much experience it asks for.", usual: .mid)
    private static let newLevel = RequestField<QuestionLevel?>(
        changing: "level", "How much experience it asks for.")
    private static let role = RequestField<String?>(
        optional: "role", "The role that it is for; none for any.", schema: .text(length: 1...200))
    private static let minutes = RequestField<Int>(
        "duration_minutes", "How long it is planned to take.",
        schema: .integer(
            InterviewSchedule.durations.lowerBound...InterviewSchedule.durations.upperBound), usual: 30)
    private static let newMinutes = RequestField<Int?>(
        changing: "duration_minutes", "How long it is planned to take.",
        schema: .integer(
            InterviewSchedule.durations.lowerBound...InterviewSchedule.durations.upperBound))
    private static let count = RequestField<Int>(
        "question_count", "How many questions are chosen when it is used.",
        schema: .integer(
            InterviewPlan.questionCounts.lowerBound...InterviewPlan.questionCounts.upperBound), usual: 5)
    private static let newCount = RequestField<Int?>(
        changing: "question_count",
        "How many questions are chosen when it is used; a template that names its questions takes no other count.",
        schema: .integer(
            InterviewPlan.questionCounts.lowerBound...InterviewPlan.questionCounts.upperBound))
    private static let tags = RequestField<[String]>("tags", "Labels.", usual: [])
    private static let newTags = RequestField<[String]?>(changing: "tags", "Labels.")
    private static let active = RequestField<Bool?>(changing: "is_active", "Whether it may be used.")
    private static let premium = RequestField<Bool?>(
        changing: "is_premium", "Whether it is for those only who pay for it.")
    private static let owner = AdminFields.number("owner_id", "The number of the person whose it is.")

    private static let fields: [ReplyField<KeptTemplate>] = [
        ReplyField("id", "Its number.") { $0.number },
        ReplyField("uuid", "Its UUID.") { $0.template.id },
        ReplyField("title", "What it is called.") { $0.template.title },
        ReplyField("description", "What it is for.") { $0.template.summary },
        ReplyField("kind", "What is asked.", schema: QuestionPreferences.Mix.requestSchema) {
            $0.template.kind.rawValue
        },
        ReplyField(
            "level", "How much experience it asks for.", schema: QuestionLevel.requestSchema
        ) { $0.template.level.rawValue },
        ReplyField("role", "The role that it is for.") { $0.template.role },
        ReplyField("duration_minutes", "How long it is planned to take.") {
            $0.template.durationMinutes
        },
        ReplyField("question_count", "How many questions it asks.") { $0.template.questions.count },
        ReplyField("tags", "Labels.") { $0.template.tags },
        ReplyField("is_active", "Whether it may be used.") { $0.template.isActive },
        ReplyField("is_premium", "Whether it is for those only who pay for it.") {
            $0.template.isPremium
        },
        ReplyField("owner_id", "The number of the person whose it is.") { $0.template.owner },
        ReplyField("organization_id", "The number of the organization whose it is.") {
            $0.template.organization
        },
        ReplyField("key", "The name of the file's entry that it follows; such a template stays as that says.")
        {
            $0.template.key
        },
        ReplyField("use_count", "How many interviews were made from it.") { $0.useCount },
        ReplyField("completed_count", "How many of these are completed.") { $0.completedCount },
        ReplyField("mean_score", "The mean of their scores, 0 to 100.") { $0.meanScore },
        ReplyField("created_at", "When it was made.") { $0.createdAt },
        ReplyField("updated_at", "When it was last changed.") { $0.updatedAt },
    ]

    private static let row = ReplyForm("AdminTemplate", fields)

    /// A template with its questions.
    private struct Detail: Sendable {
        let kept: KeptTemplate
        let questions: [Question]
    }

    private static let detail = ReplyForm<Detail>(
        "AdminTemplateDetail",
        fields.map { $0.of(\Detail.kept) } + [
            ReplyField(
                "questions", "Its questions; none where they are chosen when it is used.",
                listOf: ReplyForm<Question>(
                    "AdminTemplateQuestion",
                    [
                        ReplyField("key", "The id of the question.") { $0.id },
                        ReplyField("text", "The question.") { $0.text },
                        ReplyField("kind", "What sort of question it is.", schema: QuestionKind.requestSchema)
                        { $0.kind.rawValue },
                        ReplyField("level", "How hard it is.", schema: QuestionLevel.requestSchema) {
                            $0.level.rawValue
                        },
                    ])
            ) { $0.questions }
        ])

    static func resource(_ admin: AdminService) -> AdminResource {
        let all: @Sendable (KeptTemplate) async throws -> Detail = { kept in
            Detail(kept: kept, questions: try await admin.service.questions(of: kept.template))
        }
        return AdminResource(
            "templates", title: "Templates", noun: "template",
            about: "Interviews as they are held again and again.", row: row,
            columns: [
                "id", "title", "kind", "level", "role", "question_count", "is_active", "use_count",
                "organization_id",
            ], filters: [mix, level, isActive, AdminFields.ofOrganization], label: { $0.template.title },
            list: { values, caller in
                var filter = TemplateFilter()
                filter.kind = values[mix]
                filter.level = values[level]
                filter.isActive = values[isActive]
                filter.organization = values[AdminFields.ofOrganization]
                filter.text = values.search
                return try await admin.templates(filter, page: values.page, for: caller)
            },
            detail: AdminDetail(
                form: detail, number: { $0.kept.number }, label: { $0.kept.template.title },
                get: { try await all(admin.template($0, for: $1)) },
                adding: .init(
                    RequestForm(
                        "AdminNewTemplate",
                        [
                            title, summary, kind, firstLevel, role, minutes, count, tags, owner,
                            AdminFields.organization,
                        ]), reply: detail, number: { $0.kept.number }
                ) { values, caller in
                    try await all(
                        admin.addTemplate(
                            InterviewTemplate(
                                id: UUID().uuidString.lowercased(), title: values[title],
                                summary: values[summary], kind: values[kind], level: values[firstLevel],
                                role: values[role], durationMinutes: values[minutes],
                                questions: .chosen(values[count]), owner: values[owner],
                                organization: values[AdminFields.organization]
                                    ?? caller.requester.organization, tags: values[tags]), by: caller))
                },
                changing: .init(
                    form: RequestForm(
                        "AdminTemplateEdit",
                        [
                            newTitle, summary, newKind, newLevel, role, newMinutes, newCount, newTags, active,
                            premium, owner, AdminFields.organization,
                        ])
                ) { number, values, caller in
                    try await all(
                        admin.changeTemplate(number, values.names, by: caller) { template in
                            try change(&template, values)
                        })
                },
                deleting: .init(
                    consequences: { detail in
                        AdminRow.Consequences(
                            stays: [AdminCount.of(detail.kept.useCount, "interview") + " made from it"])
                    }, work: { try await admin.deleteTemplate($0, by: $1) })))
    }

    private static func change(
        _ template: inout InterviewTemplate, _ values: RequestValues
    ) throws(InvalidField) {
        if let title = values[newTitle] { template.title = title }
        if let kind = values[newKind] { template.kind = kind }
        if let level = values[newLevel] { template.level = level }
        if let minutes = values[newMinutes] { template.durationMinutes = minutes }
        if let tags = values[newTags] { template.tags = tags }
        if let active = values[active] { template.isActive = active }
        if let premium = values[premium] { template.isPremium = premium }
        template.summary = values.changed(summary, from: template.summary)
        template.role = values.changed(role, from: template.role)
        template.owner = values.changed(owner, from: template.owner)
        template.organization = values.changed(AdminFields.organization, from: template.organization)
        if let count = values[newCount], count != template.questions.count {
            guard case .chosen = template.questions else {
                throw InvalidField(
                    field: "question_count",
                    reason: "It names its \(template.questions.count) questions, and they stay as they are.")
            }
            template.questions = .chosen(count)
        }
    }
}
