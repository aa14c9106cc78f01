import Foundation
import HTTPClient
import Speech

/// Who asks a server: JSON there and back.
struct ServerClient: Sendable {
    let transport: HTTPTransport
    let address: String
    var token: String?

    /// What the server said.
    struct Reply {
        var status: Int
        var json: JSONValue
        var seconds: Double
    }

    /// Asks.
    ///
    /// - Throws: `HTTPError` when no answer came.
    func send(_ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil) async throws -> Reply {
        let bytes = try body.map { try Array(JSONEncoder().encode($0)) }
        return try await send(
            method, path, bytes.map { .bytes($0, contentType: "application/json") } ?? .none)
    }

    /// Asks with the parts of a form.
    ///
    /// - Throws: `HTTPError` when no answer came.
    func send(_ path: String, form: [MultipartPart]) async throws -> Reply {
        try await send(.post, path, .multipart(form))
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: HTTPBody
    ) async throws -> Reply {
        let start = ContinuousClock.now
        let reply = try await ask(method, path, body)
        let seconds = start.duration(to: .now).inSeconds
        let json = (try? JSONDecoder().decode(JSONValue.self, from: Data(reply.body))) ?? .null
        return Reply(status: reply.status, json: json, seconds: seconds)
    }

    /// The bytes of a file; `nil` where there is none.
    ///
    /// - Throws: `HTTPError` when no answer came.
    func file(_ path: String) async throws -> [UInt8]? {
        let reply = try await ask(.get, path, .none)
        return reply.isSuccess ? reply.body : nil
    }

    private func ask(
        _ method: HTTPRequest.Method, _ path: String, _ body: HTTPBody
    ) async throws -> HTTPResponse {
        guard let url = URL(string: address + path) else {
            throw MeasuredProcess.Failure(description: "\(path) is no path.")
        }
        let headers: HTTPHeaders = token.map { ["Authorization": "Bearer \($0)"] } ?? [:]
        return try await transport.send(HTTPRequest(method, url, headers: headers, body: body))
    }

    /// Asks for what must succeed.
    ///
    /// - Throws: `MeasuredProcess.Failure` with what the server said where it did not.
    func done(_ method: HTTPRequest.Method, _ path: String, _ body: JSONValue? = nil) async throws -> Reply {
        let reply = try await send(method, path, body)
        guard (200..<300).contains(reply.status) else {
            throw MeasuredProcess.Failure(
                description: "\(method.rawValue) \(path) was answered with \(reply.status): \(reply.json)")
        }
        return reply
    }
}

extension JSONValue {
    /// The whole number; `nil` where it is none.
    var whole: Int? {
        guard case .number(let number) = self else { return nil }
        return Int(exactly: number)
    }

    /// The text; `nil` where it is none.
    var string: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    /// The values of a list; none where it is none.
    var items: [JSONValue] {
        guard case .list(let items) = self else { return [] }
        return items
    }
}
