import Foundation
import HTTPClient
import Speech

/// The doors of a server at which a live client begins.
struct LiveDoor: Sendable {
    /// Something was refused.
    struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    let url: URL
    private let token: String?
    private let transport: HTTPTransport

    /// The doors of a server; with a token, those of somebody who has signed in.
    init(server: String, token: String?) throws {
        guard let url = URL(string: server) else { throw Refused(description: "\(server) is no address.") }
        self.url = url
        self.token = token
        transport = try HTTPTransport()
    }

    /// Begins a session of practice with so many questions; its number.
    func begin(questions: Int) async throws -> Int {
        let reply = try await post(
            "/api/v1/interview/start",
            [
                "session_type": "technical", "job_role": "Software Engineer", "difficulty_level": "mid",
                "num_questions": .number(Double(questions)),
            ])
        guard case .object(let fields) = reply, case .number(let number)? = fields["session_id"] else {
            throw Refused(description: "The server began no session.")
        }
        return Int(number)
    }

    /// A ticket for a session.
    func ticket(_ session: Int) async throws -> String {
        let reply = try await post("/api/v1/live/ticket", ["session_id": .text("\(session)")])
        guard case .object(let fields) = reply, case .text(let ticket)? = fields["ticket"] else {
            throw Refused(description: "The server gave no ticket.")
        }
        return ticket
    }

    private func post(_ path: String, _ body: JSONValue) async throws -> JSONValue {
        var headers: HTTPHeaders = [:]
        if let token { headers = ["Authorization": "Bearer \(token)"] }
        let bytes = Array(try JSONEncoder().encode(body))
        let response = try await transport.send(
            HTTPRequest(
                .post, url.appending(path: path), headers: headers,
                body: .bytes(bytes, contentType: "application/json")))
        guard response.status == 200 else {
            let text = String(decoding: response.body.prefix(300), as: UTF8.self)
            throw Refused(description: "\(path) was answered with \(response.status): \(text)")
        }
        return try JSONDecoder().decode(JSONValue.self, from: Data(response.body))
    }
}
