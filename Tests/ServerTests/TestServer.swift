import Archive
import Foundation
import HTTPClient
import Interview
import InterviewTestSupport
import Logging
import Records
import Server
import Service
import Speech
import TestSupport

/// A server of one test on a free port of loopback, and a client of it.
struct TestServer {
    let service: VivaService
    private let transport: HTTPTransport
    private let port: Int

    /// An answer to a request.
    struct Reply {
        let status: Int
        let json: JSONValue
        let text: String

        subscript(key: String) -> JSONValue? { json[key] }
    }

    /// Runs a test beside a server with some questions in its bank.
    static func run(questions: [Question], _ body: (TestServer) async throws -> Void) async throws {
        let scratch = try TestFolder()
        let archive = try await Archive.open(scratch.file("home"))
        _ = try await archive.records.syncBank(key: "viva", name: "Viva", questions: questions)
        let service = VivaService(archive: archive)
        var settings = ServerSettings()
        settings.port = 0
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let server = VivaServer(settings: settings, service: service, version: "test", logger: logger)
        let (ports, port) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run { port.yield($0) } }
            var found = ports.makeAsyncIterator()
            guard let number = await found.next() else { return }
            let client = TestServer(service: service, transport: try HTTPTransport(), port: number)
            let result: Result<Void, any Error>
            do { result = .success(try await body(client)) } catch { result = .failure(error) }
            group.cancelAll()
            try result.get()
        }
    }

    func get(_ path: String) async throws -> Reply { try await send(.get, path) }
    func post(_ path: String, _ json: JSONValue? = nil) async throws -> Reply {
        try await send(.post, path, json)
    }
    func delete(_ path: String) async throws -> Reply { try await send(.delete, path) }

    func send(_ method: HTTPRequest.Method, _ path: String, _ json: JSONValue? = nil) async throws -> Reply {
        guard let url = URL(string: "http://127.0.0.1:\(port)\(path)") else { throw URLError(.badURL) }
        let body: HTTPBody =
            try json.map { .bytes(Array(try JSONEncoder().encode($0)), contentType: "application/json") }
            ?? .none
        let response = try await transport.send(HTTPRequest(method, url, body: body))
        let value = try? JSONDecoder().decode(JSONValue.self, from: Data(response.body))
        return Reply(status: response.status, json: value ?? .null, text: response.text)
    }
}

extension JSONValue {
    /// The number; `nil` for what is none.
    var number: Double? { if case .number(let number) = self { number } else { nil } }
    /// The text; `nil` for what is none.
    var string: String? { if case .text(let text) = self { text } else { nil } }
    /// The elements; none for what is no list.
    var elements: [JSONValue] { if case .list(let values) = self { values } else { [] } }
    /// The names of the fields, in alphabetical order.
    var names: [String] { if case .object(let fields) = self { fields.keys.sorted() } else { [] } }
}
