import Accounts
public import Interview
public import Records

extension AdminService {
    /// A page of the banks of questions that somebody looks after, the latest first.
    ///
    /// - Throws: `ServiceError`.
    public func banks(
        _ filter: BankFilter, page: PageRequest, for caller: Caller
    ) async throws(ServiceError) -> RecordsPage<KeptRecord<QuestionBankInfo>> {
        var filter = filter
        guard filter.organization.narrow(toOrganization: try organization(of: caller)) else {
            return .nothing(page)
        }
        return try await ServiceError.doing { [filter] in try await records.banks(filter, page: page) }
    }

    /// A bank with how many questions it has.
    ///
    /// - Throws: `ServiceError.notFound` also for one that belongs to others.
    public func bank(
        _ name: RecordName, for caller: Caller
    ) async throws(ServiceError) -> (kept: KeptRecord<QuestionBankInfo>, statistics: BankStatistics) {
        let kept = try await plainBank(name, for: caller)
        let statistics = try await ServiceError.doing {
            try await records.statistics(ofBank: .number(kept.number))
        }
        return (kept, statistics)
    }

    /// Makes a bank, without questions.
    ///
    /// - Throws: `ServiceError`.
    public func addBank(
        _ bank: QuestionBankInfo, by caller: Caller
    ) async throws(ServiceError) -> KeptRecord<QuestionBankInfo> {
        var bank = bank
        bank.organization = try await checked(bank.organization, of: caller)
        try await check(person: bank.owner, field: "owner_id", for: caller)
        let kept = try await ServiceError.doing { [bank] in try await records.keep(bank) }
        try await log("bank.add", .bank, kept.number, organization: bank.organization, by: caller)
        return kept
    }

    /// Changes what is said about a bank.
    ///
    /// - Parameter fields: the names of what is changed, for the log.
    /// - Throws: `ServiceError`; `conflict` for one that follows files.
    public func changeBank(
        _ name: RecordName, _ fields: [String], by caller: Caller,
        _ change: @escaping @Sendable (inout QuestionBankInfo) -> Void
    ) async throws(ServiceError) -> KeptRecord<QuestionBankInfo> {
        let before = try await ownBank(name, for: caller)
        var changed = before.value
        change(&changed)
        if changed.organization != before.value.organization {
            _ = try await checked(changed.organization, of: caller)
        }
        if changed.owner != before.value.owner {
            try await check(person: changed.owner, field: "owner_id", for: caller)
        }
        let kept = try await ServiceError.doing {
            try await records.changeBank(.number(before.number)) { change(&$0) }
        }
        try await log(
            "bank.change", .bank, kept.number, organization: kept.value.organization, by: caller,
            detail: Self.detail(fields))
        return kept
    }

    /// Deletes a bank with its questions; interviews keep the questions that they had.
    ///
    /// - Throws: `ServiceError`; `conflict` for one that follows files.
    public func deleteBank(_ name: RecordName, by caller: Caller) async throws(ServiceError) {
        let kept = try await ownBank(name, for: caller)
        try await ServiceError.doing { try await records.deleteBank(.number(kept.number)) }
        try await log("bank.delete", .bank, kept.number, organization: kept.value.organization, by: caller)
    }

    func plainBank(
        _ name: RecordName, for caller: Caller
    ) async throws(ServiceError) -> KeptRecord<QuestionBankInfo> {
        try organization(of: caller)
        let kept = try await ServiceError.doing { try await records.bank(name) }
        try require(kept.value.organization, of: caller, kind: "question bank", name: name)
        return kept
    }

    /// A bank that no file says otherwise when the server begins again.
    func ownBank(
        _ name: RecordName, for caller: Caller
    ) async throws(ServiceError) -> KeptRecord<QuestionBankInfo> {
        let kept = try await plainBank(name, for: caller)
        guard kept.value.key == nil else {
            throw .conflict(
                reason:
                    "The bank \(kept.number) (\(kept.value.name)) follows files on the server and stays as they say: change them, or make another bank."
            )
        }
        return kept
    }
}
