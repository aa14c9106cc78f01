import Accounts
import Archive
import Credentials
import FoundationEssentials
import HTTPTypes
import Interview
import InterviewTestSupport
import Records
import Server
import ServerTestSupport
import Testing

@testable import Service

/// A server with two organizations and an account of each role, and what the table speaks of, made anew for each request.
final class AccessScene {
    /// Somebody who asks, with the account as it is kept.
    struct Actor {
        let role: AccessRole
        let account: AccountInfo?
        var token: String?
    }

    /// Something that somebody does something with.
    struct Thing {
        var number: Int64
        var organization: Int64?
        var question: Int64?
        var invitation: Int64?
        /// What tells it apart in a list.
        var mark: String
    }

    static let password = "correct mule battery"

    private let server: TestServer
    private let accounts: AccountService
    private let passwordHash: String
    private let company: Int64
    private let otherCompany: Int64
    private var made = 0

    private var records: Records { accounts.records }

    /// Runs a test beside a server.
    static func run(_ body: @escaping (AccessScene) async throws -> Void) async throws {
        var found: AccountService?
        try await withServer(
            prepare: {
                _ = try await $0.records.syncBank(
                    key: "viva", name: "Viva", questions: [testQuestion("index"), testQuestion("lock")])
            },
            accounts: { archive in
                let made = await AccountService(
                    AccountAdministration(records: archive.records), key: TokenKey())
                found = made
                return made
            },
            { server in
                let accounts = try #require(found)
                let scene = try await AccessScene(server, accounts)
                try await body(scene)
            })
    }

    private init(_ server: TestServer, _ accounts: AccountService) async throws {
        self.server = server
        self.accounts = accounts
        passwordHash = try await accounts.hasher.hash(Self.password).text
        company = try await accounts.records.keep(Organization(id: "a", name: "Initech")).number
        otherCompany = try await accounts.records.keep(Organization(id: "b", name: "Globex")).number
    }

    /// Somebody of a role, who has signed in.
    func actor(_ role: AccessRole) async throws -> Actor {
        guard let personRole = role.role else { return Actor(role: role, account: nil, token: nil) }
        let account = try await account(
            "actor.\(personRole).\(role == .admin ? "all" : "one")", personRole,
            of: role == .admin ? nil : company)
        return Actor(role: role, account: account, token: try await token(account))
    }

    /// What an account signs in with: no password is looked at.
    func token(_ account: AccountInfo) async throws -> String {
        let kept = try await records.account(.number(account.number)).value
        return try await accounts.begin(CheckedAccount(info: account, passwordHash: kept.passwordHash)).access
    }

    private func account(_ login: String, _ role: PersonRole, of organization: Int64?) async throws
        -> AccountInfo
    {
        try await records.keep(
            Account(
                id: UUID().uuidString.lowercased(), login: LoginName(login), role: role,
                organization: organization, passwordHash: passwordHash, passwordSetAt: Date()),
            person: Person(
                id: UUID().uuidString.lowercased(), name: login, role: role, organization: organization))
    }

    /// A thing of a sort that belongs to somebody, seen from somebody.
    func thing(_ resource: AccessResource, of owner: AccessOwner, for actor: Actor) async throws -> Thing {
        made += 1
        let mark = "thing.\(made)."
        let organization =
            owner == .own ? actor.account?.organization : owner == .organization ? company : otherCompany
        let account =
            if owner == .own, let own = actor.account { own } else {
                try await self.account(mark + "account", .candidate, of: organization)
            }
        var thing = Thing(number: account.number, organization: organization, mark: account.login)
        let person = account.person
        switch resource {
        case .interview:
            var request = InterviewRequest()
            request.title = mark
            request.questionCount = 1
            request.beginning = .now
            request.organization = organization
            if owner == .own, actor.role == .interviewer {
                request.interviewer = person
            } else {
                request.candidate = person
            }
            let sheet = try await server.server.service.create(request, for: .local)
            return Thing(
                number: sheet.number, organization: organization, question: sheet.questions.first?.number,
                mark: mark)
        case .template:
            var template = InterviewTemplate(
                id: UUID().uuidString.lowercased(), title: mark, questions: .own([testQuestion("q")]))
            template.owner = person
            template.organization = organization
            thing.number = try await records.keep(template).number
        case .bank:
            var bank = QuestionBankInfo(id: UUID().uuidString.lowercased(), name: mark)
            bank.isPublic = false
            bank.owner = person
            bank.organization = organization
            thing.number = try await records.keep(bank).number
            try await records.addQuestion(testQuestion("q\(made)", mark + "?"), to: .number(thing.number))
        case .account:
            thing.invitation = try await invitation(mark, organization)
            if owner == .own { return thing }
        case .audit:
            try await records.log(
                AuditEntry(
                    date: Date(), account: nil, organization: organization, action: .login,
                    resource: .account, detail: mark))
        case .person, .organization, .resume, .report: break
        }
        thing.mark = mark
        return thing
    }

    private func invitation(_ mark: String, _ organization: Int64?) async throws -> Int64 {
        try await accounts.administration.invite(
            role: .candidate, organization: organization, email: "\(mark)x@example.org", by: .local
        ).invitation.number
    }

    /// Whether somebody may do with a thing what a request does.
    func may(_ probe: AccessProbe, _ thing: Thing, as actor: Actor) async throws -> Bool? {
        func filled(_ text: String) -> String {
            var text = text
            for (name, number) in [
                ("id", thing.number), ("question", thing.question), ("organization", thing.organization),
                ("invitation", thing.invitation),
            ] as [(String, Int64?)] {
                text = text.replacing("{\(name)}", with: "\(number ?? 0)")
            }
            return text
        }
        let reply = try await server.send(
            probe.method, filled(probe.path),
            headers: actor.token.map { ["Authorization": "Bearer \($0)"] } ?? [:],
            body: probe.body.map(filled))
        switch reply.status {
        case 200..<300: return probe.sign == .done || reply.text.contains(thing.mark)
        case 401, 403, 404: return false
        default:
            Issue.record("\(probe): \(reply.status) \(reply.text)")
            return nil
        }
    }
}
