import Evaluation
public import FoundationEssentials
public import Interview
import SQL

extension Records {
    /// Adds a question to a bank.
    ///
    /// - Throws: `RecordsError.notFound` for the bank, `invalid` for a question that cannot be kept, `taken` when
    ///   the bank has one of its id.
    @discardableResult
    public func addQuestion(
        _ question: Question, to bank: RecordName, at date: Date = Date()
    ) async throws(RecordsError) -> KeptQuestion {
        try await write { connection in
            let bank = try RecordRows(connection, QuestionBankInfo.self).record(bank).number
            let rows = QuestionRows(connection)
            guard let kept = try rows.insert(question, into: bank, at: date) else {
                throw RecordsError.taken(reason: Self.isThere(question.id))
            }
            try rows.claimTurns(of: bank)
            try rows.leaveList(of: bank, at: date)
            return kept
        }
    }

    /// Takes a list of questions into a bank, each for itself: what is wrong with one keeps no other out.
    ///
    /// - Parameter replacing: Whether a question takes the place of one with its id.
    /// - Returns: What became of each, in the order of the list.
    /// - Throws: `RecordsError.notFound` for the bank.
    public func importQuestions(
        _ questions: [Question], into bank: RecordName, replacing: Bool = false, at date: Date = Date()
    ) async throws(RecordsError) -> [ImportedRow] {
        try await write { connection in
            let bank = try RecordRows(connection, QuestionBankInfo.self).record(bank).number
            let rows = QuestionRows(connection)
            var seen: Set<String> = []
            let outcomes = try questions.map { question -> ImportedRow.Outcome in
                let checked: Question
                do throws(InvalidField) { checked = try question.checked() } catch {
                    return .refused(error.description)
                }
                guard seen.insert(checked.id).inserted else {
                    return .refused("id: `\(checked.id)` comes twice in the list.")
                }
                if let kept = try rows.insert(checked, into: bank, at: date) { return .added(kept.number) }
                guard replacing else { return .refused(Self.isThere(checked.id)) }
                let number = try connection.oneRow(
                    "SELECT id FROM questions WHERE bank_id = \(bank) AND key = \(checked.id)"
                ).integer("id")
                try rows.update(number, to: checked, isActive: true, at: date)
                return .replaced(number)
            }
            try rows.claimTurns(of: bank)
            try rows.leaveList(of: bank, at: date)
            return outcomes.indices.map {
                ImportedRow(row: $0 + 1, id: questions[$0].id, outcome: outcomes[$0])
            }
        }
    }

    /// Reads a question, changes it and keeps it, in one transaction. Interviews keep it as it read when it was put.
    ///
    /// - Throws: `RecordsError.notFound`, `invalid`, and what `change` throws, after which nothing is changed.
    @discardableResult
    public func changeQuestion(
        _ name: RecordName, isActive: Bool? = nil, at date: Date = Date(),
        _ change: @escaping @Sendable (inout Question) throws -> Void = { _ in }
    ) async throws(RecordsError) -> KeptQuestion {
        try await write { connection in
            let rows = QuestionRows(connection)
            let earlier = try rows.question(name)
            var question = earlier.question
            try change(&question)
            question = try question.checked()
            guard question.id == earlier.question.id else {
                throw RecordsError.invalid(field: "id", reason: "A question keeps its id.")
            }
            let isActive = isActive ?? earlier.isActive
            try rows.update(earlier.number, to: question, isActive: isActive, at: date)
            try rows.leaveList(of: earlier.bank, at: date)
            return KeptQuestion(
                number: earlier.number, bank: earlier.bank, question: question, isActive: isActive,
                createdAt: earlier.createdAt, updatedAt: date.kept)
        }
    }

    /// A question.
    ///
    /// - Throws: `RecordsError.notFound`, `damaged`.
    public func question(_ name: RecordName) async throws(RecordsError) -> KeptQuestion {
        try await read { try QuestionRows($0).question(name) }
    }

    /// A page of the questions, the latest first.
    ///
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func questions(
        _ filter: KeptQuestionFilter = KeptQuestionFilter(), page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<KeptQuestion> {
        try await read { connection in
            try ListQuery(
                columns: KeptQuestion.columns, source: "questions",
                conditions: filter.conditions(connection.dialect), key: "id"
            ).page(page, connection, KeptQuestion.init)
        }
    }

    /// The subjects that questions are about, each once, in alphabetical order.
    ///
    /// - Throws: `RecordsError.database`.
    public func categories(
        _ filter: KeptQuestionFilter = KeptQuestionFilter()
    ) async throws(RecordsError) -> [String] {
        try await read { connection in
            let conditions = SQLQuery.joined(
                ["1 = 1"] + filter.conditions(connection.dialect), by: " AND ")
            return try connection.rows(
                "SELECT DISTINCT category FROM questions WHERE \(conditions) ORDER BY category"
            ).map { try $0.text("category") }
        }
    }

    /// The questions that are asked from a bank, in the order in which they were kept, for choosing from.
    ///
    /// - Throws: `RecordsError.notFound`, `damaged`.
    public func activeQuestions(of bank: RecordName) async throws(RecordsError) -> [Question] {
        try await read { connection in
            let bank = try RecordRows(connection, QuestionBankInfo.self).record(bank).number
            return try connection.rows(
                """
                SELECT \(KeptQuestion.columns) FROM questions
                WHERE bank_id = \(bank) AND is_active = 1 ORDER BY id
                """
            ).map { try KeptQuestion($0).question }
        }
    }

    /// Deletes a question. Interviews keep it as it read when it was put.
    ///
    /// - Throws: `RecordsError.notFound`.
    public func deleteQuestion(_ name: RecordName) async throws(RecordsError) {
        try await write { connection in
            let rows = QuestionRows(connection)
            let question = try rows.question(name)
            try rows.prepareDeletion(where: "id = \(question.number)")
            try connection.run("DELETE FROM questions WHERE id = \(question.number)")
            try rows.leaveList(of: question.bank, at: Date())
        }
    }

    /// How many questions a bank has of each sort, and how much they were asked.
    ///
    /// - Throws: `RecordsError.notFound`.
    public func statistics(ofBank name: RecordName) async throws(RecordsError) -> BankStatistics {
        try await read { connection in
            guard
                let bank = try connection.row(
                    "SELECT id, use_count FROM question_banks WHERE \(name.condition)")
            else { throw RecordsError.notFound(kind: "question bank", name: "\(name)") }
            let number = try bank.integer("id")
            func counts(_ column: SQLQuery, _ isActive: Bool = true) throws -> [QuestionStatistics.Count] {
                try connection.rows(
                    """
                    SELECT \(column) AS name, COUNT(*) AS n FROM questions
                    WHERE bank_id = \(number) AND is_active = \(isActive) GROUP BY \(column)
                    ORDER BY n DESC, name
                    """
                ).map { .init(name: try $0.text("name"), questions: try $0.count("n")) }
            }
            let kinds = try counts("kind")
            let levels = try counts("level")
            let uses = try connection.rows(
                """
                SELECT questions.id AS id, questions.key AS key, questions.is_active AS is_active,
                       COUNT(DISTINCT turns.interview_id) AS n
                FROM questions JOIN turns ON turns.question_id = questions.id
                WHERE questions.bank_id = \(number)
                GROUP BY questions.id, questions.key, questions.is_active ORDER BY n DESC, questions.id
                """)
            let active = kinds.reduce(0) { $0 + $1.questions }
            return BankStatistics(
                bank: number, useCount: try bank.count("use_count"), active: active,
                inactive: try counts("kind", false).reduce(0) { $0 + $1.questions },
                neverAsked: active - (try uses.count { try $0.flag("is_active") }),
                kinds: QuestionKind.allCases.flatMap { kind in kinds.filter { $0.name == kind.rawValue } },
                levels: QuestionLevel.allCases.flatMap { level in levels.filter { $0.name == level.rawValue }
                },
                categories: try counts("category"),
                uses: try uses.map {
                    .init(
                        number: try $0.integer("id"), id: try $0.text("key"), interviews: try $0.count("n"))
                })
        }
    }

    private static func isThere(_ id: String) -> String {
        "The bank has a question `\(id)` already: give another id, or change that one."
    }
}
