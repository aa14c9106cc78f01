import Accounts
import DatabaseTestSupport
import Foundation
import Interview
import Records
import SQL
import Testing

@Suite("Accounts in the database")
struct AccountRecordsTests {
    static func account(
        _ login: String, person: Int64? = nil, role: PersonRole = .candidate, organization: Int64? = nil
    ) throws -> Account {
        Account(
            id: UUID().uuidString.lowercased(), login: try LoginName(login), person: person, role: role,
            organization: organization, passwordHash: "hash of \(login)", passwordSetAt: noon)
    }

    static func person(_ name: String, email: String? = nil, organization: Int64? = nil) -> Person {
        Person(id: UUID().uuidString.lowercased(), name: name, email: email, organization: organization)
    }

    private static func token(_ hash: String, days: Double = 1) -> NewRefreshToken {
        NewRefreshToken(hash: hash, expiresAt: noon + days * 86_400)
    }

    @Test("An account is kept with its person, found by its name, and changed", arguments: TestDatabase.all)
    func keeps(kind: TestDatabase) async throws {
        try await kind.records { records in
            #expect(try await !records.hasAccounts())
            let made = try await records.keep(
                Self.account("Ann.Smith"), person: Self.person("Ann", email: "ann@example.org"), at: noon)
            #expect(made.login == "Ann.Smith" && made.name == "Ann" && made.email == "ann@example.org")
            #expect(try await records.hasAccounts())
            #expect(try await records.account(login: "ANN.smith")?.number == made.number)
            #expect(try await records.account(login: "ann") == nil)
            let text = String(decoding: try JSONEncoder().encode(made), as: UTF8.self)
            #expect(!text.contains("hash"))

            await #expect(throws: RecordsError.self) {
                try await records.keep(Self.account("ann.smith"), person: Self.person("Other"))
            }
            await #expect(throws: RecordsError.self) {
                try await records.keep(Self.account("second", person: made.person))
            }
            // What was refused left no person.
            #expect(try await rowCounts(["people", "accounts"], records) == [1, 1])

            let after = try await records.changeAccount(.number(made.number), at: noon) {
                $0.role = .admin
                $0.login = "ann@example.org"
            }
            #expect(after.role == .admin)
            let kept = try await records.account(.id(made.id))
            #expect(kept.value.role == .admin && kept.value.passwordHash == "hash of Ann.Smith")
            let found = try await records.accounts(
                AccountFilter(role: .admin, text: "EXAMPLE"), page: .first(5))
            #expect(found.items == [after])
            #expect(
                try await records.accounts(AccountFilter(state: .disabled), page: .skipping(0, count: 5))
                    .total == 0)
        }
    }

    @Test("A refresh token is good once; used again it ends its session", arguments: TestDatabase.all)
    func rotates(kind: TestDatabase) async throws {
        try await kind.records { records in
            let ann = try await records.keep(Self.account("ann"), at: noon)
            try await records.beginSession(
                "s1", of: ann.number, passwordHash: "hash of ann", with: Self.token("a"), at: noon)
            try await records.beginSession(
                "s2", of: ann.number, passwordHash: "hash of ann", with: Self.token("x"), at: noon)
            #expect(try await records.accountInfo(.number(ann.number)).lastLoginAt == noon)
            #expect(try await records.standing(ofSession: "s1", account: ann.id)?.account == ann.number)
            #expect(try await records.standing(ofSession: "s1", account: "other") == nil)

            guard
                case .rotated("s1", let info) = try await records.rotate(
                    refreshToken: "a", to: Self.token("b"), at: noon + 60)
            else { return #expect(Bool(false), "it was good") }
            #expect(info.number == ann.number)
            #expect(
                try await records.rotate(refreshToken: "a", to: Self.token("c"), at: noon + 61)
                    == .replayed(account: ann.number))
            #expect(
                try await records.rotate(refreshToken: "b", to: Self.token("d"), at: noon + 62) == .refused)
            #expect(try await records.standing(ofSession: "s1", account: ann.id) == nil)
            // The other session is another device.
            #expect(try await records.standing(ofSession: "s2", account: ann.id) != nil)
            #expect(
                try await records.rotate(refreshToken: "x", to: Self.token("y"), at: noon + 86_401)
                    == .refused)
            #expect(try await records.rotate(refreshToken: "none", to: Self.token("z"), at: noon) == .refused)
        }
    }

    @Test("Of two who use one token at once one gets another", arguments: TestDatabase.all)
    func rotatesOnce(kind: TestDatabase) async throws {
        try await kind.records { records in
            let ann = try await records.keep(Self.account("ann"), at: noon)
            try await records.beginSession(
                "s", of: ann.number, passwordHash: "hash of ann", with: Self.token("a"), at: noon)
            let outcomes = try await withThrowingTaskGroup(of: TokenRotation.self) { group in
                for index in 0..<6 {
                    group.addTask {
                        try await records.rotate(refreshToken: "a", to: Self.token("b\(index)"), at: noon)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let rotated = outcomes.count { if case .rotated = $0 { true } else { false } }
            #expect(rotated == 1)
            #expect(try await records.standing(ofSession: "s", account: ann.id) == nil)
        }
    }

    @Test("Disabling, and another password, end what is signed in", arguments: TestDatabase.all)
    func ends(kind: TestDatabase) async throws {
        try await kind.records { records in
            let ann = try await records.keep(Self.account("ann"), at: noon)
            for (session, change) in [
                ("s1", { @Sendable (account: inout Account) in account.state = .disabled }),
                ("s2", { @Sendable (account: inout Account) in account.passwordHash = "another" }),
            ] {
                try await records.changeAccount(.number(ann.number)) { $0.state = .active }
                try await records.beginSession(
                    session, of: ann.number, passwordHash: "hash of ann", with: Self.token(session), at: noon)
                try await records.changeAccount(.number(ann.number), change)
                #expect(try await records.standing(ofSession: session, account: ann.id) == nil)
                #expect(
                    try await records.rotate(refreshToken: session, to: Self.token("n"), at: noon) == .refused
                )
            }
            // What is enabled again does not bring sessions back.
            try await records.changeAccount(.number(ann.number)) { $0.state = .active }
            #expect(try await records.standing(ofSession: "s1", account: ann.id) == nil)
            try await records.changeAccount(.number(ann.number)) { $0.state = .disabled }
            await #expect(throws: RecordsError.self) {
                try await records.beginSession(
                    "s3", of: ann.number, passwordHash: "another", with: Self.token("t"), at: noon)
            }
        }
    }

    @Test("An invitation is good once and for a time", arguments: TestDatabase.all)
    func invites(kind: TestDatabase) async throws {
        try await kind.records { records in
            let kept = try await records.keep(
                Invitation(
                    id: UUID().uuidString.lowercased(), codeHash: "h", role: .recruiter, expiresAt: noon + 60),
                at: noon)
            #expect(try await records.invitation(codeHash: "h", at: noon + 60) == nil)
            #expect(try await records.invitation(codeHash: "h", at: noon)?.value.role == .recruiter)
            await #expect(throws: RecordsError.self) {
                try await records.keep(Self.account("late"), invitation: "h", at: noon + 61)
            }
            try await records.keep(
                Self.account("ann"), person: Self.person("Ann"), invitation: "h", at: noon + 1)
            await #expect(throws: RecordsError.self) {
                try await records.keep(Self.account("eve"), invitation: "h", at: noon + 2)
            }
            #expect(try await records.invitation(.number(kept.number)).value.usedAt == noon + 1)
            #expect(try await rowCounts(["accounts"], records) == [1])
            try await records.deleteInvitation(.number(kept.number))
            #expect(try await records.invitations(page: .first(5)).items.isEmpty)
        }
    }

    @Test("A session begins only with the password that was looked at", arguments: TestDatabase.all)
    func anotherPassword(kind: TestDatabase) async throws {
        try await kind.records { records in
            let ann = try await records.keep(Self.account("ann"), at: noon)
            try await records.changeAccount(.number(ann.number)) { $0.passwordHash = "another" }
            await #expect(throws: RecordsError.self) {
                try await records.beginSession(
                    "s", of: ann.number, passwordHash: "hash of ann", with: Self.token("a"), at: noon)
            }
            #expect(try await rowCounts(["refresh_tokens"], records) == [0])
        }
    }

    @Test("An account that is moved takes its person along, or stays", arguments: TestDatabase.all)
    func moves(kind: TestDatabase) async throws {
        try await kind.records { records in
            let one = try await records.keep(Organization(id: "o", name: "Initech"), at: noon).number
            let two = try await records.keep(Organization(id: "p", name: "Globex"), at: noon).number
            let ann = try await records.keep(
                Self.account("ann", organization: one),
                person: Self.person("Ann", email: "ann@example.org", organization: one), at: noon)
            let person = RecordName.number(try #require(ann.person))
            try await records.changeAccount(.number(ann.number)) { $0.organization = two }
            #expect(try await records.person(person).value.organization == two)
            try await records.keep(
                Self.person("Other Ann", email: "ann@example.org", organization: one), at: noon)
            await #expect(throws: RecordsError.self) {
                try await records.changeAccount(.number(ann.number)) { $0.organization = one }
            }
            #expect(try await records.accountInfo(.number(ann.number)).organization == two)
            #expect(try await records.person(person).value.organization == two)
        }
    }

    @Test("The log is read latest first, by who, what and how it ended", arguments: TestDatabase.all)
    func log(kind: TestDatabase) async throws {
        try await kind.records { records in
            let ann = try await records.keep(Self.account("ann"), at: noon)
            let entries = (0..<3).map { index in
                AuditEntry(
                    date: noon + Double(index), account: index == 1 ? nil : ann.number, action: .login,
                    resource: .account, number: ann.number, address: "192.0.2.\(index)",
                    outcome: index == 1 ? .refused : .done)
            }
            for entry in entries { try await records.log(entry) }
            let all = try await records.log(page: .skipping(0, count: 10))
            #expect(all.items.map(\.entry) == entries.reversed() && all.total == 3)
            #expect(all.items.map(\.login) == ["ann", nil, "ann"])
            let refused = try await records.log(AuditFilter(outcome: .refused), page: .first(5))
            #expect(refused.items.map(\.entry) == [entries[1]])
            let own = try await records.log(AuditFilter(account: ann.number), page: .first(1))
            #expect(own.items.map(\.entry) == [entries[2]] && own.next != nil)
            // Somebody whose account is gone by now is not named.
            try await records.log(
                AuditEntry(
                    date: noon, account: 999, organization: 999, action: .deleteInterview,
                    resource: .interview))
            let gone = try #require(try await records.log(page: .first(1)).items.first?.entry)
            #expect(gone.action == .deleteInterview && gone.account == nil && gone.organization == nil)
        }
    }

    @Test(
        "A person is erased with account, tokens, invitations and traces in the log",
        arguments: TestDatabase.all)
    func erases(kind: TestDatabase) async throws {
        try await kind.records { records in
            let company = try await records.keep(Organization(id: "o", name: "Initech"), at: noon)
            let ann = try await records.keep(
                Self.account("ann", organization: company.number),
                person: Self.person("Ann", email: "ann@example.org", organization: company.number), at: noon)
            let bob = try await records.keep(Self.account("bob"), person: Self.person("Bob"), at: noon)
            try await records.beginSession(
                "s", of: ann.number, passwordHash: "hash of ann", with: Self.token("a"), at: noon)
            try await records.keep(
                Invitation(
                    id: "i", codeHash: "h", role: .candidate, email: "Ann@example.org", expiresAt: noon + 60))
            try await records.log(
                AuditEntry(
                    date: noon, account: ann.number, organization: company.number, action: .login,
                    resource: .account, number: ann.number, address: "192.0.2.1"))
            try await records.log(
                AuditEntry(
                    date: noon, account: bob.number, action: .change, resource: .account, number: ann.number,
                    detail: "candidate to admin"))
            _ = try await records.beginLogin([(.login("ann"), .account)], at: noon)

            let person = try #require(ann.person)
            let holdings = try await records.holdings(.person(.number(person)))
            #expect(holdings.accounts == 1 && !holdings.isEmpty)
            let export = try await records.export(person: .number(person))
            #expect(export.account?.login == "ann" && export.account?.lastLoginAt == noon)
            #expect(export.actions.map(\.entry.action) == [.login])
            let whole = try await records.exportEverything()
            #expect(whole.accounts.map(\.login) == ["ann", "bob"] && whole.actions.count == 2)

            try await records.erase(person: .number(person))
            #expect(try await records.accounts(page: .first(5)).items.map(\.login) == ["bob"])
            #expect(
                try await rowCounts(["refresh_tokens", "invitations", "login_failures"], records) == [
                    0, 0, 0,
                ])
            let lines = try await records.log(page: .first(5)).items.map(\.entry)
            #expect(lines.count == 2 && lines.allSatisfy { $0.number == nil && $0.address == nil })
            #expect(lines.map(\.account) == [bob.number, nil])
            // Accounts go with their organization: without it they would see more.
            let eve = try await records.keep(
                Self.account("eve", role: .admin, organization: company.number),
                person: Self.person("Eve", organization: company.number), at: noon)
            try await records.deleteOrganization(.number(company.number))
            await #expect(throws: RecordsError.self) { try await records.accountInfo(.number(eve.number)) }
            try await records.eraseEverything()
            #expect(try await rowCounts(["accounts", "audit_log", "people"], records) == [0, 0, 0])
        }
    }
}
