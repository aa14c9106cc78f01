import Accounts
import Archive
import Credentials
import Foundation
import HTTPClient
import Interview
import Logging
import Recordings
import Records
import SQLite
import Server
import Service
import Speech
import TestSupport

/// A server with accounts on a port of its own, and a client of it.
struct AccountServer {
    /// What was answered.
    struct Reply {
        var status: Int
        var headers: HTTPHeaders
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
    private let address: String
    private let transport: HTTPTransport

    /// Runs a test beside a server.
    static func run(
        allowsSingleUser: Bool = false, registration: AccountSettings.Registration = .invitation,
        requestsPerMinute: Int = 0, _ body: (AccountServer) async throws -> Void
    ) async throws {
        let folder = try TestFolder()
        let records = try await Records(database: SQLiteDatabase(path: folder.file("viva.db")))
        let archive = Archive(
            folder: folder.path, records: records,
            vault: RecordingVault(root: folder.file("recordings"), keys: nil))
        var settings = AccountSettings()
        settings.allowsSingleUser = allowsSingleUser
        settings.registration = registration
        settings.requestsPerMinute = requestsPerMinute
        let key = TokenKey()
        let accounts = await AccountService(
            AccountAdministration(records: records, settings: settings), key: key)
        var serving = ServerSettings()
        serving.port = 0
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let server = VivaServer(
            settings: serving, service: VivaService(archive: archive), version: "0", logger: logger,
            accounts: accounts)
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let task = Task { try await server.run { port.yield($0) } }
        defer { task.cancel() }
        for await number in ports {
            try await body(
                AccountServer(
                    accounts: accounts, key: key, address: "http://127.0.0.1:\(number)",
                    transport: try HTTPTransport()))
            break
        }
        task.cancel()
        _ = try? await task.value
        await archive.close()
    }

    /// Sends a request.
    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil, token: String? = nil,
        authorization: String? = nil
    ) async throws -> Reply {
        var headers: HTTPHeaders = [:]
        if let authorization = authorization ?? token.map({ "Bearer \($0)" }) {
            headers = ["Authorization": authorization]
        }
        var content = HTTPBody.none
        if let body {
            content = .bytes(Array(try JSONEncoder().encode(body)), contentType: "application/json")
        }
        guard let url = URL(string: address + path) else { throw URLError(.badURL) }
        let response = try await transport.send(
            HTTPRequest(method, url, headers: headers, body: content))
        let json = try? JSONDecoder().decode(JSONValue.self, from: Data(response.body))
        return Reply(status: response.status, headers: response.headers, json: json ?? .null)
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
