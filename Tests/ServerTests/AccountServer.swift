import Accounts
import Archive
import Credentials
import FoundationEssentials
import HTTPTypes
import Interview
import ServerTestSupport
import Service
import Speech
import Testing

/// A server with accounts on a port of its own, and a client of it.
struct AccountServer {
    /// What was answered.
    struct Reply {
        var status: Int
        var headers: HTTPFields
        var json: JSONValue

        /// A field of the answer.
        subscript(_ name: String) -> JSONValue? {
            guard case .object(let fields) = json else { return nil }
            return fields[name]
        }

        /// A text of the answer.
        func text(_ name: String) -> String {
            guard case .text(let text) = self[name] else { return "" }
            return text
        }

        /// The names of the fields of the answer.
        var names: Set<String> {
            guard case .object(let fields) = json else { return [] }
            return Set(fields.keys)
        }
    }

    static let password = "correct mule battery"

    let accounts: AccountService
    let key: TokenKey
    private let server: TestServer

    /// Runs a test beside a server.
    static func run(
        allowsSingleUser: Bool = false, registration: AccountSettings.Registration = .invitation,
        requestsPerMinute: Int = 0, _ body: @escaping (AccountServer) async throws -> Void
    ) async throws {
        var settings = AccountSettings()
        settings.allowsSingleUser = allowsSingleUser
        settings.registration = registration
        settings.requestsPerMinute = requestsPerMinute
        let key = TokenKey()
        var made: AccountService?
        try await withServer(accounts: { [settings] archive in
            let accounts = await AccountService(
                AccountAdministration(records: archive.records, settings: settings), key: key)
            made = accounts
            return accounts
        }) { server in
            let accounts = try #require(made)
            try await body(AccountServer(accounts: accounts, key: key, server: server))
        }
    }

    /// Sends a request.
    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil, token: String? = nil,
        authorization: String? = nil, headers: [String: String] = [:]
    ) async throws -> Reply {
        var headers = headers
        if let authorization = authorization ?? token.map({ "Bearer \($0)" }) {
            headers["Authorization"] = authorization
        }
        let text = try body.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
        let reply = try await server.send(method, path, headers: headers, body: text)
        return Reply(status: reply.status, headers: reply.headers, json: reply.json ?? .null)
    }

    /// Opens a page for people.
    func page(_ path: String, headers: [String: String] = [:]) async throws -> TestReply {
        try await server.sendForPage(.get, path, headers: headers)
    }

    /// Makes an account.
    @discardableResult
    func add(_ login: String, role: PersonRole = .candidate, organization: Int64? = nil) async throws
        -> AccountInfo
    {
        try await accounts.administration.add(
            NewAccount(login: login, password: Self.password, role: role, organization: organization),
            by: .local)
    }

    /// Signs in.
    func login(_ name: String, _ password: String = AccountServer.password) async throws -> Reply {
        try await send(
            .post, "/api/v1/auth/login/", ["username": .text(name), "password": .text(password)])
    }
}
