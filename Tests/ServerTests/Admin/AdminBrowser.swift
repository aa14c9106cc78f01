import Accounts
import Archive
import Credentials
import Evaluation
import FoundationEssentials
import HTTPTypes
import Interview
import InterviewTestSupport
import Recordings
import Records
import Server
import ServerTestSupport
import Service
import Speech
import Testing
import Web

/// A browser on the pages for admins: it keeps cookies, follows where it is sent, and reads every page strictly.
final class AdminBrowser {
    /// What came.
    struct Seen {
        let status: Int
        let page: HTMLPage
        let reply: TestReply
        /// The address at the end.
        let path: String
    }

    let server: TestServer
    private(set) var cookies: [String: String] = [:]
    /// The headers `Set-Cookie` that came so far.
    private(set) var cookieHeaders: [String] = []

    init(_ server: TestServer) { self.server = server }

    /// Opens a page.
    func open(_ path: String) async throws -> Seen { try await send(.get, path, [:], nil) }

    /// Opens a page and sends the form on it, with some fields changed.
    func fill(_ path: String, _ changes: [String: String] = [:], to action: String? = nil) async throws
        -> Seen
    {
        let seen = try await open(path)
        let fields = seen.page.fields(ofFormTo: action ?? path)
        #expect(!fields.isEmpty, "there is no form to \(action ?? path) on \(path): \(seen.page.text)")
        var sent = fields.map { ($0.name, changes[$0.name] ?? $0.value) }
        for (name, value) in changes where !fields.contains(where: { $0.name == name }) {
            sent.append((name, value))
        }
        return try await post(action ?? path, sent)
    }

    /// Sends a form.
    func post(
        _ path: String, _ fields: [(String, String)], headers: [String: String] = [:]
    ) async throws -> Seen {
        let body = fields.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        var all = [
            "Content-Type": "application/x-www-form-urlencoded", "Origin": "http://127.0.0.1:\(server.port)",
        ]
        for (name, value) in headers { all[name] = value.isEmpty ? nil : value }
        return try await send(.post, path, all, body)
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: [String: String], _ body: String?
    ) async throws -> Seen {
        var headers = headers
        if !cookies.isEmpty {
            headers["Cookie"] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
                .joined(separator: "; ")
        }
        let reply = try await server.sendForPage(method, path, headers: headers, body: body)
        keepCookies(of: reply)
        if reply.status == 303, let location = reply.header("Location") {
            return try await send(.get, location, [:], nil)
        }
        // No page loads or runs anything, and none says where somebody came from.
        #expect(reply.header("Content-Type") == "text/html; charset=utf-8", "\(path): \(reply.text)")
        let policy = reply.header("Content-Security-Policy") ?? ""
        #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
        #expect(reply.header("Cache-Control") == "no-store")
        let page = try HTMLPage(reply.text)
        #expect(page.all("script").isEmpty && page.all("style").isEmpty && page.all("img").isEmpty)
        for element in page.elements {
            #expect(!element.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" })
        }
        for table in page.elements.indices where page.elements[table].name == "table" {
            #expect(page.elements[table + 1].name == "caption")
        }
        return Seen(status: reply.status, page: page, reply: reply, path: path)
    }

    private func keepCookies(of reply: TestReply) {
        for header in reply.headers[values: .setCookie] {
            cookieHeaders.append(header)
            let parts = header.split(separator: ";")[0].split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let (name, value) = (String(parts[0]), String(parts[1]))
            cookies[name] = header.contains("Max-Age=0") ? nil : value
        }
    }

    /// Takes over the cookies of another browser.
    func take(cookies: [String: String]) { self.cookies = cookies }

    /// Signs in.
    @discardableResult
    func signIn(_ name: String, _ password: String = AccountServer.password) async throws -> Seen {
        try await fill("/admin/sign-in/", ["username": name, "password": password])
    }

    /// The token of the forms of this session.
    func token() async throws -> String {
        try #require(try await open("/admin/organizations/new/").page.value("form_token"))
    }

    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }.joined()
    }
}

/// A server with accounts, an organization with an admin, another one, and an admin of all.
struct AdminServer {
    let server: TestServer
    let accounts: AccountService
    var service: VivaService { server.server.service }
    var records: Records { service.archive.records }

    /// The numbers of two organizations.
    let own: Int64
    let foreign: Int64

    /// The password of all, hashed once: that takes long on purpose.
    private static let hash = Task { try await PasswordHasher().hash(AccountServer.password).text }

    /// Runs a test beside a server. The accounts `root`, `ann` (an admin of the first organization) and `carl` (a candidate) have the password
    /// of `AccountServer`.
    ///
    /// - Parameter now: tells the time to what has to do with accounts.
    static func run(
        now: @escaping @Sendable () -> Date = { Date() }, _ body: @escaping (AdminServer) async throws -> Void
    ) async throws {
        var made: AccountService?
        // Jobs are looked at as they stand.
        var tools = InterviewTools()
        tools.jobs.workers = 0
        try await withServer(
            { $0.requestsPerMinute = 0 },
            accounts: { archive in
                var settings = AccountSettings()
                settings.requestsPerMinute = 0
                let accounts = await AccountService(
                    AccountAdministration(records: archive.records, settings: settings, now: now),
                    key: TokenKey())
                made = accounts
                return accounts
            }, tools: tools
        ) { server in
            let accounts = try #require(made)
            let records = server.server.service.archive.records
            let own = try await records.keep(Organization(id: UUID().uuidString, name: "Initech")).number
            let foreign = try await records.keep(Organization(id: UUID().uuidString, name: "Globex")).number
            for (login, role, organization) in [
                ("root", PersonRole.admin, Int64?.none), ("ann", .admin, own), ("carl", .candidate, own),
                ("fred", .admin, foreign),
            ] {
                try await records.keep(
                    Account(
                        id: UUID().uuidString.lowercased(), login: try LoginName(login), role: role,
                        organization: organization, passwordHash: try await hash.value, passwordSetAt: now()),
                    person: Person(
                        id: UUID().uuidString.lowercased(), name: login, role: role,
                        organization: organization))
            }
            try await body(AdminServer(server: server, accounts: accounts, own: own, foreign: foreign))
        }
    }

    /// A browser with somebody signed in.
    func browser(_ login: String) async throws -> AdminBrowser {
        let browser = AdminBrowser(server)
        let seen = try await browser.signIn(login)
        #expect(seen.status == 200 && seen.path == "/admin/", "\(seen.page.text)")
        return browser
    }

    /// Who asks with an account.
    func token(_ login: String) async throws -> String {
        try await accounts.login(login, password: AccountServer.password, from: nil).access
    }

    /// Sends a request of a program.
    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil, token: String
    ) async throws -> (status: Int, json: JSONValue) {
        let text = try body.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
        let reply = try await server.send(
            method, "/api/v1/admin/" + path, headers: ["Authorization": "Bearer \(token)"], body: text)
        return (reply.status, reply.json ?? .null)
    }
}
