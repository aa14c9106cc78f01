public import Accounts
public import FoundationEssentials
public import Interview
import SQL

extension Records {
    /// Whether there is an account, one that cannot be used too.
    public func hasAccounts() async throws(RecordsError) -> Bool {
        try await read { try $0.row("SELECT id FROM accounts LIMIT 1") != nil }
    }

    /// Keeps a new account, with a new person where one is given: both or neither.
    ///
    /// - Parameters:
    ///   - person: whose it is, when nobody is kept yet.
    ///   - invitation: the hash of the code that it is made with, which is used up.
    /// - Throws: `RecordsError.taken` when there is an account of that name or of that person, or the person cannot be kept;
    ///   `notFound` when the invitation is not good any more; `invalid`.
    @discardableResult
    public func keep(
        _ account: Account, person: Person? = nil, invitation: String? = nil, at date: Date = Date()
    ) async throws(RecordsError) -> AccountInfo {
        try await write { connection in
            var account = account
            if let person {
                let person = try person.checked()
                try Self.requireFree(person, connection)
                account.person = try RecordRows(connection).insert(person, at: date).number
            }
            try Self.requireFree(account, connection)
            let kept = try RecordRows(connection).insert(account, at: date)
            if let invitation {
                try Self.use(invitation: invitation, for: account.person, at: date, connection)
            }
            return try Self.info(of: .number(kept.number), connection)
        }
    }

    /// Reads an account, changes it and keeps it, in one transaction. What was signed in with it ends when it is disabled or its
    /// password is another. When its organization is another, so is that of its person.
    ///
    /// - Throws: `RecordsError.notFound`, `taken`, also when somebody there has the person's address, `invalid`, and what `change`
    ///   throws, after which nothing is changed.
    @discardableResult
    public func changeAccount(
        _ name: RecordName, at date: Date = Date(),
        _ change: @escaping @Sendable (inout Account) throws -> Void
    ) async throws(RecordsError) -> AccountInfo {
        try await write { connection in
            let rows = RecordRows(connection, Account.self)
            let before = try rows.record(name)
            let after = try rows.change(.number(before.number), at: date) { account in
                try change(&account)
                if account.login.folded != before.value.login.folded || account.person != before.value.person
                {
                    try Self.requireFree(account, connection)
                }
            }
            if after.value.organization != before.value.organization, let person = after.value.person {
                _ = try RecordRows(connection, Person.self).change(.number(person), at: date) { person in
                    person.organization = after.value.organization
                    try Self.requireFree(person, connection)
                }
            }
            if after.value.state == .disabled || after.value.passwordHash != before.value.passwordHash {
                try Self.endSessions(where: "account_id = \(before.number)", at: date, connection)
            }
            return try Self.info(of: .number(before.number), connection)
        }
    }

    /// An account with its secret.
    ///
    /// - Throws: `RecordsError.notFound`, `damaged`.
    public func account(_ name: RecordName) async throws(RecordsError) -> KeptRecord<Account> {
        try await read { try RecordRows($0).record(name) }
    }

    /// The account with a name to sign in with, whatever the case of its letters; `nil` when there is none.
    public func account(login: String) async throws(RecordsError) -> KeptRecord<Account>? {
        try await read { connection in
            try RecordRows(connection, Account.self).records(where: "login_key = \(login.folded)").first
        }
    }

    /// An account without its secret.
    ///
    /// - Throws: `RecordsError.notFound`, `damaged`.
    public func accountInfo(_ name: RecordName) async throws(RecordsError) -> AccountInfo {
        try await read { try Self.info(of: name, $0) }
    }

    /// A page of the accounts, the latest first.
    ///
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func accounts(
        _ filter: AccountFilter = AccountFilter(), page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<AccountInfo> {
        try await read { connection in
            try ListQuery(
                columns: AccountInfo.columns, source: AccountInfo.source, conditions: filter.conditions,
                key: "accounts.id", id: "accounts.id"
            ).page(page, connection, AccountInfo.init)
        }
    }

    /// Deletes an account with what is signed in; its person stays, and the log without a name. What it had written down goes with its
    /// recordings when jobs are tidied next.
    ///
    /// - Throws: `RecordsError.notFound`.
    public func deleteAccount(_ name: RecordName) async throws(RecordsError) {
        try await write { connection in
            let rows = RecordRows(connection, Account.self)
            let number = try rows.record(name).number
            try Self.retireJobs(orderedBy: "id = \(number)", connection)
            try Self.forgetAccounts(where: "id = \(number)", connection)
            try rows.delete(.number(number))
        }
    }

    /// Takes out of the log, and out of the failures to sign in, what leads to some accounts that are about to be deleted.
    static func forgetAccounts(where condition: SQLQuery, _ connection: any SQLConnection) throws {
        for row in try connection.rows("SELECT id, login FROM accounts WHERE \(condition)") {
            let number = try row.integer("id")
            try connection.run(
                "UPDATE audit_log SET account_id = NULL, address = NULL WHERE account_id = \(number)")
            let thing = AccessResource.account.rawValue
            try connection.run(
                """
                UPDATE audit_log SET number = NULL, detail = NULL
                WHERE resource = \(thing) AND number = \(number)
                """)
            try Self.forgetFailures(ofLogin: try row.text("login"), connection)
        }
    }

    static func info(of name: RecordName, _ connection: any SQLConnection) throws -> AccountInfo {
        let condition: SQLQuery =
            switch name {
            case .number(let number): "accounts.id = \(number)"
            case .id(let id): "accounts.uuid = \(id)"
            }
        guard
            let row = try connection.row(
                "SELECT \(AccountInfo.columns) FROM \(AccountInfo.source) WHERE \(condition)")
        else { throw RecordsError.notFound(kind: Account.noun, name: "\(name)") }
        return try AccountInfo(row)
    }

    private static func requireFree(_ account: Account, _ connection: any SQLConnection) throws {
        let id = account.id.lowercased()
        if try connection.row(
            "SELECT id FROM accounts WHERE login_key = \(account.login.folded) AND uuid <> \(id)") != nil
        {
            throw RecordsError.taken(reason: "The user name \(account.login) is taken: choose another.")
        }
        guard let person = account.person else { return }
        if try connection.row(
            "SELECT id FROM accounts WHERE person_id = \(person) AND uuid <> \(id)") != nil
        {
            throw RecordsError.taken(reason: "Person \(person) has an account: one is enough.")
        }
    }
}
