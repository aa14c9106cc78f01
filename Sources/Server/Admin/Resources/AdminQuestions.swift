import Evaluation
import Interview
import Records
import Service
import Web

/// Questions of banks, for admins.
enum AdminQuestions {
    private static let bank = AdminFields.number("bank_id", "Only of this bank.")
    private static let ofKind = RequestField<QuestionKind?>(optional: "kind", "Only of this kind.")
    private static let ofLevel = RequestField<QuestionLevel?>(optional: "level", "Only at this level.")
    private static let isAsked = RequestField<Bool?>(
        optional: "is_active", "Only those that are asked, or that are not any more.")

    private static let into = RequestField<Int64>(
        "bank_id", "The number of the bank.", schema: .integer(1...JSONSchema.integers.upperBound))
    private static let text = RequestField<String>(
        "text", "The question as written.", schema: .text(length: 1...2000))
    private static let kind = RequestField<QuestionKind>(
        "kind", "What sort of question it is.", usual: .technical)
    private static let category = RequestField<String>(
        "category", "The subject.", schema: .text(length: 1...200))
    private static let level = RequestField<QuestionLevel>("level", "How hard it is.", usual: .mid)
    private static let seconds = RequestField<Double>(
        "expected_seconds", "How long a good answer takes.", schema: .number(1...86_400), usual: 90)
    private static let newText = RequestField<String?>(
        changing: "text", "The question as written.", schema: .text(length: 1...2000))
    private static let newKind = RequestField<QuestionKind?>(
        changing: "kind", "What sort of question it is.")
    private static let newCategory = RequestField<String?>(
        changing: "category", "The subject.", schema: .text(length: 1...200))
    private static let newLevel = RequestField<QuestionLevel?>(changing: "level", "How hard it is.")
    private static let newSeconds = RequestField<Double?>(
        changing: "expected_seconds", "How long a good answer takes.", schema: .number(1...86_400))
    private static let active = RequestField<Bool?>(changing: "is_active", "Whether it is asked.")

    private static let lines = JSONSchema.list(.text(length: 1...2000), count: 0...50)
    private static let roles = RequestField<[String]?>(
        changing: "roles", "Jobs that it suits; none for every job.", schema: lines)
    private static let points = RequestField<[String]?>(
        changing: "key_points", "What a good answer says.", schema: lines)
    private static let samples = RequestField<[String]?>(
        changing: "sample_answers", "Good answers as they would be spoken.", schema: lines)
    private static let hints = RequestField<[String]?>(
        changing: "hints", "Help for somebody who is stuck.", schema: lines)
    private static let tags = RequestField<[String]?>(changing: "tags", "Labels.", schema: lines)

    private static let form = ReplyForm<KeptQuestion>(
        "AdminQuestion",
        [
            ReplyField("id", "Its number.") { $0.number },
            ReplyField("key", "Its id in the bank.") { $0.question.id },
            ReplyField("bank_id", "The number of the bank.") { $0.bank },
            ReplyField("text", "The question as written.") { $0.question.text },
            ReplyField("kind", "What sort of question it is.", schema: QuestionKind.requestSchema) {
                $0.question.kind.rawValue
            },
            ReplyField("category", "The subject.") { $0.question.category },
            ReplyField("level", "How hard it is.", schema: QuestionLevel.requestSchema) {
                $0.question.level.rawValue
            },
            ReplyField("roles", "Jobs that it suits.") { $0.question.roles },
            ReplyField("key_points", "What a good answer says.") {
                $0.question.keyPoints.map(\.statement)
            },
            ReplyField("sample_answers", "Good answers as they would be spoken.") {
                $0.question.sampleAnswers
            },
            ReplyField("hints", "Help for somebody who is stuck.") { $0.question.hints },
            ReplyField("tags", "Labels.") { $0.question.tags },
            ReplyField("expected_seconds", "How long a good answer takes.") {
                $0.question.expectedDurationSeconds
            },
            ReplyField("is_active", "Whether it is asked.") { $0.isActive },
            ReplyField("created_at", "When it was made.") { $0.createdAt },
            ReplyField("updated_at", "When it was last changed.") { $0.updatedAt },
        ])

    static func resource(_ admin: AdminService) -> AdminResource {
        AdminResource(
            "questions", title: "Questions", noun: "question",
            about: "What the banks ask. The search looks for words in whatever form.", row: form,
            columns: ["id", "text", "kind", "category", "level", "bank_id", "is_active"],
            filters: [bank, ofKind, ofLevel, isAsked, AdminFields.ofOrganization],
            label: { String($0.question.text.prefix(80)) },
            list: { values, caller in
                var filter = KeptQuestionFilter(
                    bank: values[bank], text: values.search, isActive: values[isAsked])
                filter.question.kind = values[ofKind]
                filter.question.level = values[ofLevel]
                filter.organization = values[AdminFields.ofOrganization]
                return try await admin.questions(filter, page: values.page, for: caller)
            },
            detail: AdminDetail(
                form: form, number: { $0.number }, label: { String($0.question.text.prefix(80)) },
                get: { try await admin.question($0, for: $1) },
                adding: .init(
                    RequestForm(
                        "AdminNewQuestion",
                        [
                            into, text, kind, category, level, roles, points, samples, hints, tags, seconds,
                        ]), reply: form, number: { $0.number }
                ) { values, caller in
                    var question = Question(
                        id: "", text: values[text], kind: values[kind], category: values[category],
                        level: values[level], keyPoints: [], expectedDurationSeconds: values[seconds])
                    changeLists(of: &question, values)
                    return try await admin.addQuestion(question, to: .number(values[into]), by: caller)
                },
                changing: .init(
                    form: RequestForm(
                        "AdminQuestionEdit",
                        [
                            newText, newKind, newCategory, newLevel, roles, points, samples, hints, tags,
                            newSeconds, active,
                        ])
                ) { number, values, caller in
                    try await admin.changeQuestion(
                        number, values.names, isActive: values[active], by: caller
                    ) { question in
                        if let text = values[newText] { question.text = text }
                        if let kind = values[newKind] { question.kind = kind }
                        if let category = values[newCategory] { question.category = category }
                        if let level = values[newLevel] { question.level = level }
                        if let seconds = values[newSeconds] { question.expectedDurationSeconds = seconds }
                        changeLists(of: &question, values)
                    }
                },
                deleting: .init(
                    consequences: { _ in
                        AdminRow.Consequences(stays: [
                            "interviews with the question as it read when it was put"
                        ])
                    }, work: { try await admin.deleteQuestion($0, by: $1) })))
    }

    private static func changeLists(of question: inout Question, _ values: RequestValues) {
        if let roles = values[roles] { question.roles = roles }
        if let samples = values[samples] { question.sampleAnswers = samples }
        if let hints = values[hints] { question.hints = hints }
        if let tags = values[tags] { question.tags = tags }
        if let statements = values[points] {
            question.keyPoints = KeyPoint.all(of: statements, keeping: question.keyPoints)
        }
    }
}

extension KeyPoint {
    /// Points with these statements; one that was there stays as it is, with its id, its variants and its weight.
    fileprivate static func all(of statements: [String], keeping old: [KeyPoint]) -> [KeyPoint] {
        var ids = Set(old.map(\.id))
        return statements.map { statement in
            if let point = old.first(where: { $0.statement == statement }) { return point }
            let slug = QuestionSlug.beginning(of: statement)
            let id = QuestionSlug.unused(slug.isEmpty ? "point" : slug, besides: ids)
            ids.insert(id)
            return KeyPoint(id: id, statement: statement)
        }
    }
}
