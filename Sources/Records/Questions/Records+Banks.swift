internal import Crypto
public import FoundationEssentials
public import Interview
import SQL

extension Records {
    /// Keeps a new question bank, without questions.
    ///
    /// - Throws: `RecordsError.invalid` for one without a name, `database` with a broken rule when there is one of its
    ///   id or key, or its owner or organization is not there.
    @discardableResult
    public func keep(
        _ bank: QuestionBankInfo, at date: Date = Date()
    ) async throws(RecordsError) -> KeptRecord<QuestionBankInfo> {
        try await write { try RecordRows($0).insert(bank, at: date) }
    }

    /// Reads what is said about a bank, changes it and keeps it, in one transaction.
    ///
    /// - Throws: `RecordsError.notFound`, `invalid`, and what `change` throws, after which nothing is changed.
    @discardableResult
    public func changeBank(
        _ name: RecordName, at date: Date = Date(),
        _ change: @escaping @Sendable (inout QuestionBankInfo) throws -> Void
    ) async throws(RecordsError) -> KeptRecord<QuestionBankInfo> {
        try await write { try RecordRows($0).change(name, at: date, change) }
    }

    /// What is said about a bank.
    ///
    /// - Throws: `RecordsError.notFound`, `damaged`.
    public func bank(_ name: RecordName) async throws(RecordsError) -> KeptRecord<QuestionBankInfo> {
        try await read { try RecordRows($0).record(name) }
    }

    /// The bank that programs know by a key, for example `viva`; `nil` when there is none.
    ///
    /// - Throws: `RecordsError.damaged`.
    public func bank(key: String) async throws(RecordsError) -> KeptRecord<QuestionBankInfo>? {
        try await read { try RecordRows($0, QuestionBankInfo.self).records(where: "key = \(key)").first }
    }

    /// A page of the banks, the latest first.
    ///
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func banks(
        _ filter: BankFilter = BankFilter(), page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<KeptRecord<QuestionBankInfo>> {
        try await read { try RecordRows($0).page(page, where: filter.conditions) }
    }

    /// Deletes a bank with its questions. Interviews keep the questions that they had.
    ///
    /// - Throws: `RecordsError.notFound`.
    public func deleteBank(_ name: RecordName) async throws(RecordsError) {
        try await write { connection in
            let rows = RecordRows(connection, QuestionBankInfo.self)
            let number = try rows.record(name).number
            try QuestionRows(connection).prepareDeletion(where: "bank_id = \(number)")
            try rows.delete(.number(number))
        }
    }

    /// Brings the bank of a key in line with a list of questions, and makes it, public, when it is not there:
    /// questions with new ids are added, those that read differently are changed, and those that are missing are not
    /// asked any more. Where nothing is different nothing is written, and a hash of the list tells that at once.
    ///
    /// - Throws: `RecordsError.invalid` for a question that cannot be kept, after which nothing is changed.
    @discardableResult
    public func syncBank(
        key: String, name: String, questions: [Question], at date: Date = Date()
    ) async throws(RecordsError) -> BankSync {
        let wanted: [(question: Question, body: String)]
        do {
            wanted = try questions.map { question in
                let question = try question.checked()
                return (question, try RecordCoding.text(question))
            }
        } catch { throw RecordsError(error) }
        let hash = Self.hash(of: wanted.map(\.body))
        if let bank = try await self.bank(key: key), bank.value.name == name, bank.value.listHash == hash {
            return BankSync(bank: bank.number, unchanged: Set(wanted.map(\.question.id)).count)
        }
        return try await write { connection in
            let banks = RecordRows(connection, QuestionBankInfo.self)
            if try banks.records(where: "key = \(key)").isEmpty {
                try banks.insert(
                    QuestionBankInfo(id: UUID().uuidString.lowercased(), key: key, name: name), at: date,
                    unlessThereIsOneOf: "key")
            }
            guard let bank = try banks.records(where: "key = \(key)").first else {
                throw RecordsError.notFound(kind: QuestionBankInfo.noun, name: key)
            }
            if bank.value.name != name || bank.value.listHash != hash {
                _ = try banks.change(.number(bank.number), at: date) {
                    $0.name = name
                    $0.listHash = hash
                }
            }
            var sync = BankSync(bank: bank.number)
            let rows = QuestionRows(connection)
            var old = try Self.bodies(of: bank.number, connection)
            for (question, body) in wanted {
                guard let earlier = old.removeValue(forKey: question.id) else {
                    // An id that comes twice counts once.
                    if try rows.insert(question, into: bank.number, at: date) != nil { sync.added += 1 }
                    continue
                }
                if earlier.body == body, earlier.isActive {
                    sync.unchanged += 1
                } else {
                    try rows.update(earlier.number, to: question, isActive: true, at: date)
                    sync.changed += 1
                }
            }
            for earlier in old.values where earlier.isActive {
                try connection.run(
                    "UPDATE questions SET is_active = 0, updated_at = \(date) WHERE id = \(earlier.number)")
                sync.deactivated += 1
            }
            try rows.claimTurns(of: bank.number)
            return sync
        }
    }

    /// SHA-256 of questions in their order, in hexadecimal digits.
    private static func hash(of bodies: [String]) -> String {
        var sum = SHA256()
        for body in bodies { sum.update(data: Array((body + "\n").utf8)) }
        return sum.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    private static func bodies(
        of bank: Int64, _ connection: any SQLConnection
    ) throws -> [String: (number: Int64, body: String, isActive: Bool)] {
        let rows = try connection.rows(
            "SELECT id, key, body, is_active FROM questions WHERE bank_id = \(bank)")
        return try rows.reduce(into: [:]) {
            $0[try $1.text("key")] = (try $1.integer("id"), try $1.text("body"), try $1.flag("is_active"))
        }
    }
}
