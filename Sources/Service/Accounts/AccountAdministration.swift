public import Accounts
public import Credentials
public import FoundationEssentials
import Interview
public import Records

/// What those who look after accounts can do: the command on this machine with all, an admin with those of an organization.
public struct AccountAdministration: Sendable {
    /// Where accounts are kept.
    public let records: Records
    /// How they are dealt with.
    public let settings: AccountSettings
    /// Hashes passwords.
    let hasher: PasswordHasher
    /// Tells the time.
    let now: @Sendable () -> Date
    /// Access tokens that are taken to be good.
    let standing = StandingTokens(limit: 10_000)

    /// The administration of some accounts.
    public init(
        records: Records, settings: AccountSettings = AccountSettings(),
        hasher: PasswordHasher = PasswordHasher(), now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.records = records
        self.settings = settings
        self.hasher = hasher
        self.now = now
    }

    /// A page of the accounts that the caller may see, the latest first.
    public func accounts(
        _ filter: AccountFilter = AccountFilter(), page: PageRequest, for caller: Caller
    ) async throws(ServiceError) -> RecordsPage<AccountInfo> {
        var filter = filter
        switch AccessTable.scope(of: caller.requester, .read, .account) {
        case .none: throw .notAllowed(reason: "Only admins see accounts.")
        case .own: filter.number = caller.requester.account
        case .organization:
            guard filter.organization.narrow(toOrganization: caller.requester.organization) else {
                return .nothing(page)
            }
        case .all: break
        }
        return try await ServiceError.doing { [filter] in try await records.accounts(filter, page: page) }
    }

    /// An account that the caller may see.
    public func account(_ name: RecordName, for caller: Caller) async throws(ServiceError) -> AccountInfo {
        try await account(name, .read, for: caller)
    }

    /// Makes an account, with a person of its own or for one that is kept.
    public func add(_ new: NewAccount, by caller: Caller) async throws(ServiceError) -> AccountInfo {
        try require(.create, organization: new.organization, of: caller)
        return try await ServiceError.doing {
            let login = try LoginName(new.login)
            try PasswordRules.check(new.password, for: login)
            try await requireOrganization(new.organization)
            let there = try await new.person.asyncMap { try await records.person($0) }
            if let there, there.value.organization != new.organization {
                throw ServiceError.invalid(
                    field: "organization", reason: "Person \(there.number) belongs to another organization.")
            }
            let hash = try await hasher.hash(new.password, for: Self.party(of: caller.address))
            let person = there == nil ? new.newPerson(login) : nil
            let account = Account(
                id: UUID().uuidString.lowercased(), login: login, person: there?.number, role: new.role,
                organization: new.organization, passwordHash: hash.text, passwordSetAt: now())
            let info = try await records.keep(account, person: person, at: now())
            try await log(.add, info, by: caller, detail: "as \(info.role.rawValue)")
            return info
        }
    }

    /// Changes an account. What it may do counts at once; when it is disabled, what is signed in with it ends; when it is moved to
    /// another organization, its person goes with it.
    ///
    /// - Throws: `ServiceError.conflict` when admins would shut themselves out.
    public func change(
        _ name: RecordName, to edit: AccountEdit, by caller: Caller
    ) async throws(ServiceError) -> AccountInfo {
        let before = try await account(name, .change, for: caller)
        let scope = AccessTable.scope(of: caller.requester, .change, .account)
        guard scope >= .organization else {
            throw .notAllowed(reason: "Only admins change what an account may do.")
        }
        if edit.organization != nil, scope != .all {
            throw .notAllowed(reason: "Only an admin of no organization moves accounts to another one.")
        }
        let isOwn = before.number == caller.requester.account
        if isOwn, edit.state == .disabled || (edit.role ?? .admin) != .admin || edit.organization != nil {
            throw .conflict(
                reason: "Nobody disables the own account or takes rights from it: ask another admin.")
        }
        return try await ServiceError.doing {
            let login = try edit.login.map { try LoginName($0) }
            try await requireOrganization(edit.organization ?? nil)
            let after = try await records.changeAccount(.number(before.number), at: now()) { account in
                if let login { account.login = login.text }
                if let role = edit.role { account.role = role }
                if let organization = edit.organization { account.organization = organization }
                if let state = edit.state { account.state = state }
            }
            standing.forget(account: after.number)
            if after.state != before.state {
                try await log(after.state == .active ? .enable : .disable, after, by: caller)
            }
            if after.role != before.role || after.organization != before.organization
                || after.login != before.login
            {
                let detail =
                    after.role == before.role ? nil : "\(before.role.rawValue) to \(after.role.rawValue)"
                try await log(.change, after, by: caller, detail: detail)
            }
            return after
        }
    }

    /// Sets the password of somebody who has lost it; what is signed in with the account ends.
    public func setPassword(
        of name: RecordName, to password: String, by caller: Caller
    ) async throws(ServiceError) -> AccountInfo {
        let info = try await account(name, .change, for: caller)
        guard AccessTable.scope(of: caller.requester, .change, .account) >= .organization else {
            throw .notAllowed(reason: "Only admins set the passwords of others.")
        }
        return try await setPassword(of: info, from: nil, to: password, by: caller).info
    }

    /// Sets a password; everybody who signed in with the old one is signed out.
    ///
    /// - Parameter before: what the account must have for its password; `nil` for whatever it has.
    /// - Throws: `ServiceError.invalid`, `conflict` when it has another, `busy`.
    func setPassword(
        of info: AccountInfo, from before: String?, to password: String, by caller: Caller
    ) async throws(ServiceError) -> CheckedAccount {
        try await ServiceError.doing {
            try PasswordRules.check(password, for: try LoginName(info.login))
            let hash = try await hasher.hash(password, for: Self.party(of: caller.address))
            let date = now()
            let after = try await records.changeAccount(.number(info.number), at: date) { account in
                if let before, before != account.passwordHash {
                    throw RecordsError.changedMeanwhile(kind: "account", name: account.login)
                }
                account.passwordHash = hash.text
                account.passwordSetAt = date
            }
            standing.forget(account: after.number)
            try await records.forgetFailures(ofLogin: after.login)
            try await log(.password, after, by: caller)
            return CheckedAccount(info: after, passwordHash: hash.text)
        }
    }

    /// Together with whom somebody waits for a password to be hashed.
    static func party(of address: String?) -> String { address.map(AddressGroup.name) ?? "" }

    /// Refuses an organization that is not there.
    func requireOrganization(_ number: Int64?) async throws {
        guard let number else { return }
        do throws(RecordsError) { _ = try await records.organization(.number(number)) } catch {
            guard case .notFound = error else { throw error }
            throw ServiceError.invalid(
                field: "organization_id", reason: "There is no organization \(number).")
        }
    }

    /// An account that the caller may do something with; others are told as if there were none.
    func account(
        _ name: RecordName, _ action: AccessAction, for caller: Caller
    ) async throws(ServiceError) -> AccountInfo {
        let scope = AccessTable.scope(of: caller.requester, action, .account)
        let info = try await ServiceError.doing { try await records.accountInfo(name) }
        let may =
            switch scope {
            case .none: false
            case .own: info.number == caller.requester.account
            case .organization: info.organization == caller.requester.organization
            case .all: true
            }
        guard may else { throw .notFound(kind: "account", name: "\(name)") }
        return info
    }

    /// Looks whether the caller may make something for an organization.
    func require(
        _ action: AccessAction, organization: Int64?, of caller: Caller
    ) throws(ServiceError) {
        switch AccessTable.scope(of: caller.requester, action, .account) {
        case .all: return
        case .organization where organization == caller.requester.organization: return
        case .organization:
            throw .notAllowed(reason: "Admins of an organization make accounts of that organization alone.")
        case .none, .own: throw .notAllowed(reason: "Only admins make accounts and invite.")
        }
    }
}

extension Optional where Wrapped: Sendable {
    /// What becomes of the value where there is one.
    fileprivate func asyncMap<Other>(_ change: (Wrapped) async throws -> Other) async rethrows -> Other? {
        switch self {
        case .none: nil
        case .some(let value): try await change(value)
        }
    }
}
