import Accounts
import Evaluation
import FoundationEssentials
import Interview
import Records
import Service
import Storage
import Web

/// Banks of questions, for admins.
enum AdminBanks {
    private static let level = RequestField<QuestionLevel?>(optional: "level", "Only at this level.")
    private static let isPublic = RequestField<Bool?>(
        optional: "is_public", "Only those for everybody, or the others.")

    private static let name = RequestField<String>(
        "name", "What it is called.", schema: .text(length: 1...200))
    private static let newName = RequestField<String?>(
        changing: "name", "What it is called.", schema: .text(length: 1...200))
    private static let summary = RequestField<String?>(optional: "description", "What it is for.")
    private static let category = RequestField<String?>(
        optional: "category", "Its subject; none for several.", schema: .text(length: 1...200))
    private static let ofLevel = RequestField<QuestionLevel?>(
        optional: "level", "How much experience it asks for; none for several levels.")
    private static let tags = RequestField<[String]>("tags", "Labels.", usual: [])
    private static let newTags = RequestField<[String]?>(changing: "tags", "Labels.")
    private static let forAll = RequestField<Bool>(
        "is_public", "Whether everybody may ask from it.", usual: false)
    private static let newForAll = RequestField<Bool?>(
        changing: "is_public", "Whether everybody may ask from it.")
    private static let owner = AdminFields.number("owner_id", "The number of the person whose it is.")
    private static let format = RequestField<QuestionFormat>(
        "format", "How the questions are written.", usual: .yaml)
    private static let text = RequestField<String>(
        "text", "The questions.", schema: .text(length: 1...1_000_000))
    private static let replacing = RequestField<Bool>(
        "replace", "Whether a question takes the place of one with its id.", usual: false)

    private static let fields: [ReplyField<KeptRecord<QuestionBankInfo>>] = [
        ReplyField("id", "Its number.") { $0.number },
        ReplyField("uuid", "Its UUID.") { $0.value.id },
        ReplyField("name", "What it is called.") { $0.value.name },
        ReplyField("description", "What it is for.") { $0.value.summary },
        ReplyField("category", "Its subject.") { $0.value.category },
        ReplyField(
            "level", "How much experience it asks for.", schema: .nullable(QuestionLevel.requestSchema)
        ) { $0.value.level?.rawValue },
        ReplyField("tags", "Labels.") { $0.value.tags },
        ReplyField("is_public", "Whether everybody may ask from it.") { $0.value.isPublic },
        ReplyField("owner_id", "The number of the person whose it is.") { $0.value.owner },
        ReplyField("organization_id", "The number of the organization whose it is.") {
            $0.value.organization
        },
        ReplyField("key", "What files it follows; such a bank stays as they say.") { $0.value.key },
        ReplyField("created_at", "When it was made.") { $0.createdAt },
        ReplyField("updated_at", "When it was last changed.") { $0.updatedAt },
    ]

    private static let row = ReplyForm("AdminBank", fields)

    private struct Detail: Sendable {
        let kept: KeptRecord<QuestionBankInfo>
        let statistics: BankStatistics
    }

    private static let detail = ReplyForm<Detail>(
        "AdminBankDetail",
        fields.map { $0.of(\Detail.kept) } + [
            ReplyField("questions", "How many questions it asks.") { $0.statistics.active },
            ReplyField("former_questions", "How many it had once.") { $0.statistics.inactive },
            ReplyField("use_count", "How many interviews were made from it.") { $0.statistics.useCount },
        ])

    private static let imported = ReplyForm<[ImportedRow]>(
        "AdminImport",
        [
            ReplyField(
                "rows", "What became of each question.",
                listOf: ReplyForm<ImportedRow>(
                    "AdminImportedRow",
                    [
                        ReplyField("row", "Its place, 1 for the first.") { $0.row },
                        ReplyField("key", "The id of the question.") { $0.id },
                        ReplyField(
                            "outcome", "What became of it.",
                            schema: .choice(["added", "replaced", "refused"])
                        ) { outcome($0).name },
                        ReplyField("question_id", "The number of the question.") { outcome($0).number },
                        ReplyField("reason", "Why it was refused.") { outcome($0).reason },
                    ])
            ) { $0 }
        ])

    /// What became of a question, its number, and why it was refused.
    private static func outcome(_ row: ImportedRow) -> (name: String, number: Int64?, reason: String?) {
        switch row.outcome {
        case .added(let number): ("added", number, nil)
        case .replaced(let number): ("replaced", number, nil)
        case .refused(let reason): ("refused", nil, reason)
        }
    }

    static func resource(_ admin: AdminService) -> AdminResource {
        let get: @Sendable (RecordName, Caller) async throws -> Detail = {
            let found = try await admin.bank($0, for: $1)
            return Detail(kept: found.kept, statistics: found.statistics)
        }
        return AdminResource(
            "banks", title: "Question banks", noun: "question bank",
            about: "Questions that interviews are made of. Banks that follow files stay as these say.",
            row: row,
            columns: [
                "id", "name", "category", "level", "is_public", "organization_id", "key", "updated_at",
            ],
            filters: [level, isPublic, AdminFields.ofOrganization], label: { $0.value.name },
            list: { values, caller in
                var filter = BankFilter()
                filter.level = values[level]
                filter.isPublic = values[isPublic]
                filter.organization = values[AdminFields.ofOrganization]
                filter.text = values.search
                return try await admin.banks(filter, page: values.page, for: caller)
            },
            detail: AdminDetail(
                form: detail, number: { $0.kept.number }, label: { $0.kept.value.name }, get: get,
                adding: .init(
                    RequestForm(
                        "AdminNewBank",
                        [name, summary, category, ofLevel, tags, forAll, owner, AdminFields.organization]),
                    reply: detail, number: { $0.kept.number }
                ) { values, caller in
                    let kept = try await admin.addBank(
                        QuestionBankInfo(
                            id: UUID().uuidString.lowercased(), name: values[name], summary: values[summary],
                            category: values[category], level: values[ofLevel], tags: values[tags],
                            isPublic: values[forAll], owner: values[owner],
                            organization: values[AdminFields.organization] ?? caller.requester.organization),
                        by: caller)
                    return try await get(.number(kept.number), caller)
                },
                changing: .init(
                    form: RequestForm(
                        "AdminBankEdit",
                        [
                            newName, summary, category, ofLevel, newTags, newForAll, owner,
                            AdminFields.organization,
                        ])
                ) { number, values, caller in
                    let kept = try await admin.changeBank(number, values.names, by: caller) { bank in
                        if let name = values[newName] { bank.name = name }
                        if let tags = values[newTags] { bank.tags = tags }
                        if let isPublic = values[newForAll] { bank.isPublic = isPublic }
                        bank.summary = values.changed(summary, from: bank.summary)
                        bank.category = values.changed(category, from: bank.category)
                        bank.level = values.changed(ofLevel, from: bank.level)
                        bank.owner = values.changed(owner, from: bank.owner)
                        bank.organization = values.changed(AdminFields.organization, from: bank.organization)
                    }
                    return try await get(.number(kept.number), caller)
                },
                deleting: .init(
                    consequences: { detail in
                        AdminRow.Consequences(
                            goes: [
                                AdminCount.of(
                                    detail.statistics.active + detail.statistics.inactive, "question")
                            ], stays: ["interviews with the questions that they had"])
                    }, work: { try await admin.deleteBank($0, by: $1) }),
                actions: [
                    AdminAction(
                        "import", "Import questions",
                        "Takes questions in that are written as YAML, JSON or CSV: all of them, or none when one has a mistake.",
                        form: RequestForm("AdminQuestionImport", [format, text, replacing]), reply: imported,
                        showsReply: true, isOffered: { $0.kept.value.key == nil }
                    ) { number, values, caller in
                        try await admin.importQuestions(
                            values[text], as: values[format], into: number, replacing: values[replacing],
                            by: caller)
                    }
                ]))
    }
}
