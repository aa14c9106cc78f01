import HTTPTypes
import Server
import Speech
import Web

/// A reply that the document of the interface does not have.
package struct UndocumentedReply: Error, CustomStringConvertible {
    /// What was found.
    package let description: String
}

/// What the endpoints of a server say that they answer with.
struct DocumentedRoutes: Sendable {
    private let operations: [Operation]

    init(_ endpoints: [Endpoint]) { operations = endpoints.map(\.operation) }

    /// Refuses a reply that the document does not have.
    func check(_ reply: TestReply, to method: HTTPRequest.Method, _ path: String) throws(UndocumentedReply) {
        let what = "\(method) \(path) was answered with \(reply.status)"
        let type = reply.header("Content-Type")?.split(separator: ";").first.map { String($0) }
        guard method != .head, reply.status != 304, reply.status != 204 else {
            guard reply.body.isEmpty else { throw UndocumentedReply(description: "\(what) and has a body.") }
            return
        }
        let bodies = try documented(reply, to: method, path, what)
        guard let bodies, !bodies.isEmpty else {
            guard reply.body.isEmpty else { throw UndocumentedReply(description: "\(what) and has a body.") }
            return
        }
        guard let type, let body = bodies.first(where: { $0.mediaType == type }) else {
            throw UndocumentedReply(description: "\(what) as \(type ?? "nothing"), which is not documented.")
        }
        guard type == "application/json" else { return }
        guard let json = reply.json else {
            throw UndocumentedReply(description: "\(what), and its body is no JSON: \(reply.text)")
        }
        let faults = body.schema.faults(in: json)
        guard faults.isEmpty else {
            throw UndocumentedReply(
                description: "\(what): \(faults.map(\.description).joined(separator: " ")) \(reply.text)")
        }
    }

    /// The bodies that may come; those of a refusal where no operation answers.
    private func documented(
        _ reply: TestReply, to method: HTTPRequest.Method, _ path: String, _ what: String
    ) throws(UndocumentedReply) -> [Operation.Body]? {
        let parts = Self.parts(path)
        let refusal = [Operation.Body(APIError.schema)]
        // A path with a part that has no name is that of no operation.
        guard !RequestTarget.hasEmptyPart(RequestTarget.path(of: path)) else { return refusal }
        // `/sessions` stands for itself, though `/{id}` would fit as well.
        let operation = operations.filter { operation in
            let own = Self.parts(operation.path)
            return operation.method == method.rawValue && own.count == parts.count
                && zip(own, parts).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
        }.min { $0.path.count { $0 == "{" } < $1.path.count { $0 == "{" } }
        guard let operation else { return refusal }
        if let reply = operation.replies.first(where: { $0.status == reply.status }) { return reply.bodies }
        // What is refused before an operation is looked for may be refused anywhere.
        guard APIError.everywhere.contains(reply.status) else {
            throw UndocumentedReply(description: "\(what), a status that is not documented: \(reply.text)")
        }
        return refusal
    }

    private static func parts(_ path: String) -> [Substring] {
        path.prefix { $0 != "?" }.split(separator: "/")
    }
}
