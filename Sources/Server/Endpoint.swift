public import HTTPTypes
import Hummingbird
import Records
public import Service
public import Web

/// One operation of the interface with what does it: its documentation and its work stand in one place, so that they cannot differ.
///
/// ```swift
/// Endpoint(.get, "/api/students/{id}/", of: "students", "Get student details", reply: .one(studentForm)) { call in
///     try await service.person(call.record(), for: call.requester)
/// }
/// ```
public struct Endpoint: Sendable {
    /// Who may ask.
    public enum Access: Sendable, Hashable {
        /// Everybody: health, signing in.
        case everybody
        /// Somebody who has signed in, where there are accounts.
        case account
    }

    /// How many bytes a body may have that everybody may send: a name and a password need few, and nobody answers for more.
    static let limitOpenBodyBytes = 16 << 10

    /// What it is, for people and for the document.
    public let operation: Operation
    /// Who may ask.
    public let access: Access
    /// What stands behind the question mark.
    let query: RequestForm
    /// What is sent; `nil` when nothing is, or when the work reads the body itself.
    let body: RequestForm?
    /// What is sent as a form with files; `nil` when none is.
    let upload: UploadForm?
    /// Refuses what need not be sent at all, before the body is read, and keeps a place for what is.
    let admit: @Sendable (Call) async throws -> JobPlace?
    /// Does it.
    var run: @Sendable (Call) async throws -> Response

    /// An operation.
    ///
    /// - Parameters:
    ///   - method: the method of HTTP.
    ///   - path: the path as the interface writes it, with `{name}` for its parts.
    ///   - tag: the group it stands in.
    ///   - summary: what it does, in a few words.
    ///   - name: a name without spaces, unique in the interface.
    ///   - access: who may ask.
    ///   - query: the parameters behind the question mark.
    ///   - body: what is sent.
    ///   - upload: what is sent as a form with files; beside `body`, the media type decides.
    ///   - bodies: what may be sent where the work reads the body itself.
    ///   - reply: what comes back.
    ///   - refusals: statuses beside those that every operation may answer with, and when they come.
    ///   - admit: refuses a form with files before it is read, or keeps a place for the work that it orders.
    ///   - run: does it.
    public init<Value>(
        _ method: HTTPRequest.Method, _ path: String, of tag: String, _ summary: String, name: String,
        access: Access = .account, query: [any AnyRequestField] = [], body: RequestForm? = nil,
        upload: UploadForm? = nil, bodies: [Operation.Body] = [], reply: EndpointReply<Value>,
        refusals: [Int: String] = [:],
        admit: @escaping @Sendable (Call) async throws -> JobPlace? = { _ in nil },
        run: @escaping @Sendable (Call) async throws -> Value
    ) {
        self.access = access
        self.query = RequestForm("", query)
        self.body = body
        self.upload = upload
        let parts = path.split(separator: "/").filter { $0.hasPrefix("{") }.map { $0.dropFirst().dropLast() }
        let bodies =
            bodies + (body.map { [Operation.Body($0.schema)] } ?? [])
            + (upload.map { [Operation.Body($0.schema, as: "multipart/form-data")] } ?? [])
        operation = Operation(
            method: method.rawValue, path: path, tag: tag, name: name, summary: summary,
            needsAccount: access == .account,
            parameters: parts.map {
                Operation.Parameter(
                    .path,
                    ObjectSchema.Field(String($0), "Its number or its UUID.", .pattern(RecordName.pattern)))
            } + query.map { Operation.Parameter(.query, $0.field) },
            bodies: bodies,
            replies: [reply.description] + reply.others
                + Self.refusals(
                    access, hasPart: !parts.isEmpty, hasBody: !bodies.isEmpty, hasFiles: upload != nil,
                    more: refusals))
        self.admit = admit
        self.run = { try reply.response(await run($0)) }
    }

    private static func refusals(
        _ access: Access, hasPart: Bool, hasBody: Bool, hasFiles: Bool, more: [Int: String]
    ) -> [Operation.Reply] {
        var refusals = [
            400: "The request is not understood.", 403: "It is not allowed.",
            429: "There were too many requests; `Retry-After` says when to come again.",
            500: "Something on the server failed.",
            503: "There is too much to do just now; `Retry-After` says when to come again.",
        ]
        if access == .account { refusals[401] = "Nobody has signed in, or the token is no longer good." }
        if hasPart { refusals[404] = "There is no such thing, or none that may be seen." }
        if hasBody {
            refusals[413] = "The body is larger than is taken."
            refusals[415] = "The body is of another media type."
        }
        if hasFiles { refusals[507] = "The disk of the server is full." }
        refusals.merge(more) { $1 }
        return refusals.sorted { $0.key < $1.key }.map { status, about in
            Operation.Reply(status, about, [Operation.Body(APIError.form.schema)])
        }
    }
}
