import FoundationEssentials
public import HTTPTypes
import Hummingbird
import NIOCore
public import Service
public import Web

/// A refusal: a status of HTTP and a body that says what was being done, why it failed and what to do.
///
/// ```json
/// {"detail": "There is no interview 7.", "errors": [], "request_id": "5f2c…"}
/// ```
public struct APIError: Error, Sendable {
    /// The status.
    public var status: HTTPResponse.Status
    /// A sentence for people.
    public var detail: String
    /// What is wrong with which field.
    public var faults: [SchemaFault]
    /// Headers, such as `Retry-After`.
    public var headers: HTTPFields
    /// What went wrong on the server, for its log alone: it may tell of paths, of the database and of other people's things.
    var cause: String?

    /// A refusal.
    init(
        _ status: HTTPResponse.Status, _ detail: String, faults: [SchemaFault] = [],
        headers: HTTPFields = [:], cause: String? = nil
    ) {
        self.status = status
        self.detail = detail
        self.faults = faults
        self.headers = headers
        self.cause = cause
    }

    /// What a refusal of the service is over HTTP.
    public init(_ error: ServiceError) {
        switch error {
        case .notFound: self.init(.notFound, error.description)
        case .notSignedIn:
            self.init(
                .unauthorized, error.description, headers: [.wwwAuthenticate: "Bearer realm=\"viva\""])
        case .notAllowed: self.init(.forbidden, error.description)
        case .invalid(let field, let reason):
            self.init(.badRequest, error.description, faults: [SchemaFault(field, reason)])
        case .otherKind(let field, let reason):
            self.init(.unsupportedMediaType, error.description, faults: [SchemaFault(field, reason)])
        case .tooLarge(let field, let reason):
            self.init(.contentTooLarge, error.description, faults: [SchemaFault(field, reason)])
        case .noRoom: self.init(.insufficientStorage, error.description)
        case .conflict: self.init(.conflict, error.description)
        case .tooMany(let seconds, _):
            self.init(.tooManyRequests, error.description, headers: [.retryAfter: "\(seconds)"])
        case .busy(let seconds, _):
            self.init(.serviceUnavailable, error.description, headers: [.retryAfter: "\(seconds)"])
        case .failed:
            self.init(
                .internalServerError,
                "Something on the server failed: its log has the reason under the id of this request. Try again, or tell whoever runs it.",
                cause: error.description)
        }
    }

    /// The body of every refusal.
    static let form = ReplyForm<(error: APIError, requestID: String)>(
        "Refusal",
        [
            ReplyField("detail", "What was being done, why it failed and what to do.") { $0.error.detail },
            ReplyField(
                "errors", "What is wrong with which field.",
                listOf: ReplyForm<SchemaFault>(
                    "FieldRefusal",
                    [
                        ReplyField("field", "The field, with dots between its parts.") { $0.place },
                        ReplyField("reason", "What is wrong with it.") { $0.reason },
                    ])
            ) { $0.error.faults },
            ReplyField("request_id", "The id under which the log has the request.") { $0.requestID },
        ])

    /// What the body of every refusal looks like.
    package static var schema: JSONSchema { form.schema }

    /// The statuses of refusals that come before an endpoint is looked for.
    package static let everywhere: Set<Int> = [400, 403, 405, 408, 413, 414, 421, 429, 431, 501, 503]

    /// The answer that says it.
    func response(requestID: String) -> Response {
        var writer = JSONWriter()
        Self.form.write((self, requestID), to: &writer)
        var response = Response(json: writer, status: status)
        for header in headers { response.headers[header.name] = header.value }
        return response
    }
}

extension HTTPResponse.Status {
    /// There is no room for what was sent (RFC 4918, 11.5).
    static let insufficientStorage = HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage")
}

extension Response {
    /// A document.
    init(json writer: JSONWriter, status: HTTPResponse.Status = .ok) {
        self.init(json: writer.bytes, status: status)
    }

    /// A document that is written already.
    init(json bytes: [UInt8], status: HTTPResponse.Status = .ok) {
        self.init(
            status: status, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
