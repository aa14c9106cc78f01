import Accounts
import FoundationEssentials
public import Interview
public import Records
public import Storage

extension AdminService {
    /// A page of the questions of the banks that somebody looks after, the latest first.
    ///
    /// - Throws: `ServiceError`.
    public func questions(
        _ filter: KeptQuestionFilter, page: PageRequest, for caller: Caller
    ) async throws(ServiceError) -> RecordsPage<KeptQuestion> {
        var filter = filter
        guard filter.organization.narrow(toOrganization: try organization(of: caller)) else {
            return .nothing(page)
        }
        return try await ServiceError.doing { [filter] in try await records.questions(filter, page: page) }
    }

    /// A question of a bank.
    ///
    /// - Throws: `ServiceError.notFound` also for one that belongs to others.
    public func question(
        _ name: RecordName, for caller: Caller
    ) async throws(ServiceError) -> KeptQuestion {
        try organization(of: caller)
        let kept = try await ServiceError.doing { try await records.question(name) }
        do { _ = try await plainBank(.number(kept.bank), for: caller) } catch {
            guard case .notFound = error else { throw error }
            throw .notFound(kind: "question", name: "\(name)")
        }
        return kept
    }

    /// Adds a question to a bank; one without an id gets one made of its text.
    ///
    /// - Throws: `ServiceError`; `conflict` when the bank follows files, or has one of its id.
    public func addQuestion(
        _ question: Question, to bank: RecordName, by caller: Caller
    ) async throws(ServiceError) -> KeptQuestion {
        let there: KeptRecord<QuestionBankInfo>
        do { there = try await ownBank(bank, for: caller) } catch {
            guard case .notFound = error else { throw error }
            throw .invalid(field: "bank_id", reason: "There is no question bank \(bank).")
        }
        let kept = try await ServiceError.doing {
            var question = question
            if question.id.isEmpty {
                let taken = try await records.activeQuestions(of: .number(there.number)).map(\.id)
                let slug = QuestionSlug.beginning(of: question.text)
                question.id = QuestionSlug.unused(slug.isEmpty ? "question" : slug, besides: taken)
            }
            return try await records.addQuestion(question, to: .number(there.number))
        }
        try await log(
            "question.add", .bank, there.number, organization: there.value.organization, by: caller,
            detail: "question \(kept.number)")
        return kept
    }

    /// Changes a question; interviews keep it as it read when it was put.
    ///
    /// - Parameters:
    ///   - fields: the names of what is changed, for the log.
    ///   - isActive: whether it is asked; `nil` for as it was.
    /// - Throws: `ServiceError`; `conflict` when its bank follows files.
    public func changeQuestion(
        _ name: RecordName, _ fields: [String], isActive: Bool?, by caller: Caller,
        _ change: @escaping @Sendable (inout Question) -> Void
    ) async throws(ServiceError) -> KeptQuestion {
        let before = try await question(name, for: caller)
        let bank = try await ownBank(.number(before.bank), for: caller)
        let kept = try await ServiceError.doing {
            try await records.changeQuestion(.number(before.number), isActive: isActive) { change(&$0) }
        }
        try await log(
            "question.change", .bank, bank.number, organization: bank.value.organization, by: caller,
            detail: "question \(kept.number): " + (Self.detail(fields) ?? "nothing"))
        return kept
    }

    /// Deletes a question; interviews keep it as it read when it was put.
    ///
    /// - Throws: `ServiceError`; `conflict` when its bank follows files.
    public func deleteQuestion(_ name: RecordName, by caller: Caller) async throws(ServiceError) {
        let kept = try await question(name, for: caller)
        let bank = try await ownBank(.number(kept.bank), for: caller)
        try await ServiceError.doing { try await records.deleteQuestion(.number(kept.number)) }
        try await log(
            "question.delete", .bank, bank.number, organization: bank.value.organization, by: caller,
            detail: "question \(kept.number)")
    }

    /// Takes questions into a bank that somebody has written as YAML, JSON or CSV, as `viva questions import` does: all of them, or none
    /// when one has a mistake.
    ///
    /// - Parameter replacing: whether a question takes the place of one with its id.
    /// - Returns: what became of each.
    /// - Throws: `ServiceError`; `invalid` with everything that is wrong; `conflict` when the bank follows files.
    public func importQuestions(
        _ text: String, as format: QuestionFormat, into name: RecordName, replacing: Bool, by caller: Caller
    ) async throws(ServiceError) -> [ImportedRow] {
        let bank = try await ownBank(name, for: caller)
        let source = QuestionSource(name: "text", format: format, content: Data(text.utf8))
        let found = QuestionImport(
            of: [source], into: QuestionImport.Bank(shipped: [], own: []),
            clash: replacing ? .replaces : .refused)
        guard found.problems.isEmpty else {
            throw .invalid(
                field: "text", reason: found.problems.prefix(50).map(\.description).joined(separator: " "))
        }
        guard !found.accepted.isEmpty else {
            throw .invalid(field: "text", reason: "There is no question in it.")
        }
        let rows = try await ServiceError.doing {
            try await records.importQuestions(
                found.accepted.map(\.question), into: .number(bank.number), replacing: replacing)
        }
        try await log(
            "question.import", .bank, bank.number, organization: bank.value.organization, by: caller,
            detail: "\(rows.count) questions")
        return rows
    }
}
