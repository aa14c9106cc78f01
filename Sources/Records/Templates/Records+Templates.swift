public import FoundationEssentials
public import Interview
import SQL

extension Records {
    /// Keeps a new template.
    ///
    /// - Throws: `RecordsError.invalid` for one without a title or without questions, `database` with a broken rule
    ///   when there is one of its id or key, or its owner or organization is not there.
    @discardableResult
    public func keep(
        _ template: InterviewTemplate, at date: Date = Date()
    ) async throws(RecordsError) -> KeptTemplate {
        try await write { connection in
            let number = try RecordRows(connection).insert(template, at: date).number
            return try Self.template(.number(number), connection)
        }
    }

    /// Reads a template, changes it and keeps it, in one transaction. Interviews that were made from it stay as they
    /// are.
    ///
    /// - Throws: `RecordsError.notFound`, `invalid`, and what `change` throws, after which nothing is changed.
    @discardableResult
    public func changeTemplate(
        _ name: RecordName, at date: Date = Date(),
        _ change: @escaping @Sendable (inout InterviewTemplate) throws -> Void
    ) async throws(RecordsError) -> KeptTemplate {
        try await write { connection in
            let number = try RecordRows(connection).change(name, at: date, change).number
            return try Self.template(.number(number), connection)
        }
    }

    /// A template.
    ///
    /// - Throws: `RecordsError.notFound`, `damaged`.
    public func template(_ name: RecordName) async throws(RecordsError) -> KeptTemplate {
        try await read { try Self.template(name, $0) }
    }

    /// A page of the templates, the latest first.
    ///
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func templates(
        _ filter: TemplateFilter = TemplateFilter(), page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<KeptTemplate> {
        try await read { connection in
            try ListQuery(
                columns: RecordRows<InterviewTemplate>.columns, source: "templates",
                conditions: filter.conditions, key: "id"
            ).page(page, connection, KeptTemplate.init)
        }
    }

    /// Deletes a template. Interviews that were made from it stay.
    ///
    /// - Throws: `RecordsError.notFound`.
    public func deleteTemplate(_ name: RecordName) async throws(RecordsError) {
        try await write { try RecordRows($0, InterviewTemplate.self).delete(name) }
    }

    /// Brings the templates of some keys in line with a list: those whose key is new are added, and those that read
    /// differently are changed. Others stay. Where nothing is different nothing is written.
    ///
    /// - Parameter templates: Templates with keys; one without a key is passed over.
    /// - Throws: `RecordsError.invalid` for a template that cannot be kept, after which nothing is changed.
    public func syncTemplates(
        _ templates: [InterviewTemplate], at date: Date = Date()
    ) async throws(RecordsError) {
        let isInLine = try await read { connection in
            try Self.differing(templates, RecordRows(connection)).isEmpty
        }
        guard !isInLine else { return }
        try await write { connection in
            let rows = RecordRows(connection, InterviewTemplate.self)
            for (template, earlier) in try Self.differing(templates, rows) {
                if let earlier {
                    _ = try rows.update(earlier, to: template, at: date)
                } else {
                    try rows.insert(template, at: date, unlessThereIsOneOf: "key")
                }
            }
        }
    }

    /// Those of some templates that read otherwise than what is kept under their keys, as they are to be kept, with what is
    /// kept now.
    private static func differing(
        _ templates: [InterviewTemplate], _ rows: RecordRows<InterviewTemplate>
    ) throws -> [(InterviewTemplate, KeptRecord<InterviewTemplate>?)] {
        let keys = templates.compactMap(\.key)
        guard !keys.isEmpty else { return [] }
        let kept = try rows.records(where: "key IN (\(SQLQuery.list(keys)))")
        let byKey = Dictionary(kept.map { ($0.value.key, $0) }, uniquingKeysWith: { first, _ in first })
        return try templates.compactMap { template in
            guard template.key != nil else { return nil }
            let template = try template.checked()
            guard let earlier = byKey[template.key] else { return (template, nil) }
            let wanted = template.copy(id: earlier.value.id, key: template.key)
            return wanted == earlier.value ? nil : (wanted, earlier)
        }
    }

    /// Makes an interview from a template and keeps it, scheduled, with the template's questions in their order as
    /// they read now, or with its rule for choosing them.
    ///
    /// - Parameters:
    ///   - role: The role; left out, the template's.
    ///   - schedule: When it is to be held; `nil` for when people are ready.
    ///   - manner: How it is held.
    ///   - overlap: What is done when somebody of it is taken at that time.
    ///   - date: When it is made.
    ///   - prepare: Changes it before it is kept.
    /// - Throws: `RecordsError.notFound` for the template, `invalid` when it may not be used or its bank asks one of
    ///   its questions no more, `conflict` with the interviews that are in the way, `interview` for a time that is over,
    ///   `database` with a broken rule when the candidate is not there, and what `prepare` throws. Nothing is kept or counted then.
    public func use(
        template name: RecordName, role: String? = nil, company: String? = nil, candidate: Int64? = nil,
        schedule: InterviewSchedule? = nil, manner: InterviewManner = InterviewManner(),
        overlap: ScheduleOverlap = .refused, at date: Date = Date(),
        _ prepare: @escaping @Sendable (inout Interview) throws -> Void = { _ in }
    ) async throws(RecordsError) -> KeptInterview {
        if let start = schedule?.start, start <= date { throw .interview(.inThePast(start: start)) }
        let id = UUID().uuidString.lowercased()
        let seed = UInt64.random(in: 0...UInt64(Int64.max))
        return try await write { connection in
            let kept = try Self.template(name, connection)
            guard kept.template.isActive else {
                throw RecordsError.invalid(
                    field: "template", reason: "`\(kept.template.title)` may not be used any more.")
            }
            let questions = try Self.questions(of: kept.template, connection)
            try connection.run("UPDATE templates SET use_count = use_count + 1 WHERE id = \(kept.number)")
            var interview = kept.template.interview(
                id: id, template: kept.number, questions: questions, role: role, company: company,
                candidate: candidate, schedule: schedule, manner: manner, seed: seed, createdAt: date)
            try prepare(&interview)
            if overlap == .refused { try ScheduleRows(connection).requireFree(interview) }
            return try InterviewRows(connection).insert(interview, at: date)
        }
    }

    private static func template(
        _ name: RecordName, _ connection: any SQLConnection
    ) throws -> KeptTemplate {
        guard
            let row = try connection.row(
                "SELECT \(RecordRows<InterviewTemplate>.columns) FROM templates WHERE \(name.condition)")
        else { throw RecordsError.notFound(kind: "template", name: "\(name)") }
        return try KeptTemplate(row)
    }

    /// What a template asks, `nil` where that is chosen later; its use counts for the bank that the questions come from.
    private static func questions(
        of template: InterviewTemplate, _ connection: any SQLConnection
    ) throws -> [Question]? {
        switch template.questions {
        case .chosen: return nil
        case .own(let questions): return questions
        case .ofBank(let bank, let ids):
            let rows = try connection.rows(
                """
                SELECT \(KeptQuestion.columns) FROM questions
                WHERE bank_id = \(bank) AND is_active = 1 AND key IN (\(SQLQuery.list(ids)))
                """)
            let found = try rows.reduce(into: [String: Question]()) {
                let question = try KeptQuestion($1).question
                $0[question.id] = question
            }
            try connection.run("UPDATE question_banks SET use_count = use_count + 1 WHERE id = \(bank)")
            return try ids.map { id in
                guard let question = found[id] else {
                    throw RecordsError.invalid(
                        field: "questions",
                        reason: "Question bank \(bank) asks no question `\(id)`: change the template "
                            + "`\(template.title)`.")
                }
                return question
            }
        }
    }
}
