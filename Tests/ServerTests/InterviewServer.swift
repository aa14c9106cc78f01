import Archive
import FoundationEssentials
import HTTPTypes
import Interview
import Records
import Server
import ServerTestSupport
import Service
import Speech

/// A server of one test with some questions in its bank, and short ways to ask it.
struct InterviewServer {
    let server: TestServer

    /// What it serves.
    var service: VivaService { server.server.service }

    /// An answer to a request.
    struct Reply {
        let status: Int
        let json: JSONValue
        let text: String

        subscript(key: String) -> JSONValue? { json[key] }
    }

    /// Runs a test beside a server with some questions in its bank.
    static func run(
        questions: [Question], tools: InterviewTools = InterviewTools(),
        settings: (inout ServerSettings) -> Void = { _ in },
        _ body: @escaping (InterviewServer) async throws -> Void
    ) async throws {
        try await withServer(
            settings,
            prepare: { _ = try await $0.records.syncBank(key: "viva", name: "Viva", questions: questions) },
            tools: tools
        ) { try await body(InterviewServer(server: $0)) }
    }

    func get(_ path: String) async throws -> Reply { try await send(.get, path) }
    func post(_ path: String, _ json: JSONValue? = nil) async throws -> Reply {
        try await send(.post, path, json)
    }
    /// Sends a form with files.
    func post(
        _ path: String, form: TestForm, headers: [String: String] = [:]
    ) async throws -> Reply {
        let reply = try await server.send(
            .post, path, headers: headers.merging(["Content-Type": TestForm.type]) { $1 }, bytes: form.bytes)
        return Reply(status: reply.status, json: reply.json ?? .null, text: reply.text)
    }

    /// The files of requests that are there.
    var uploads: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: service.archive.uploadFolder)) ?? []
    }

    func delete(_ path: String) async throws -> Reply { try await send(.delete, path) }

    func send(_ method: HTTPRequest.Method, _ path: String, _ json: JSONValue? = nil) async throws -> Reply {
        let body = try json.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
        let reply = try await server.send(method, path, body: body)
        return Reply(status: reply.status, json: reply.json ?? .null, text: reply.text)
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

/// Runs a test beside a server that has so many students.
func withServerOfStudents(
    _ count: Int, _ body: @escaping (TestServer) async throws -> Void
) async throws {
    try await withServer(
        prepare: { archive in
            for number in 1...count {
                _ = try await archive.records.keep(
                    Person(id: UUID().uuidString.lowercased(), name: "Student \(number)"))
            }
        }
    ) { try await body($0) }
}
