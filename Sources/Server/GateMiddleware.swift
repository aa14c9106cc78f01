import HTTPTypes
import Hummingbird
import NIOCore
import Web

/// Refuses what no endpoint should have to think of: addresses that hide something, names that are not the server's, and pages of
/// the web that nobody allowed. Answers whether a page may ask (CORS).
struct GateMiddleware: RouterMiddleware {
    /// Under which names the server may be asked.
    let hosts: HostRule
    /// Which pages may use it.
    let origins: OriginRule

    @concurrent func handle(
        _ request: Request, context: ServerContext,
        next: @concurrent (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        guard Self.methods.contains(request.method) else {
            throw APIError(
                .notImplemented, "The method \(request.method.rawValue.prefix(20)) is not known here.")
        }
        let authority = request.head.authority
        guard hosts.allows(authority, listening: context.listeningAddress) else {
            throw APIError.wrongHost(authority)
        }
        if let preflight = try preflight(request) { return preflight }
        try Self.checkTarget(request)
        let isAllowed = origins.allows(
            origin: request.headers[.origin], site: request.headers[.fetchSite], authority: authority)
        guard isAllowed || Self.reading.contains(request.method) else {
            throw APIError.wrongOrigin
        }
        return try await next(request, context)
    }

    private static let methods: Set<HTTPRequest.Method> = [
        .get, .head, .post, .put, .patch, .delete, .options, .trace, .query,
    ]
    /// What changes nothing.
    private static let reading: Set<HTTPRequest.Method> = [.get, .head, .options, .trace, .query]

    private static func checkTarget(_ request: Request) throws(APIError) {
        let target = request.head.path ?? ""
        guard target.utf8.count <= RequestTarget.limitBytes else {
            throw APIError(.uriTooLong, "The address has more than \(RequestTarget.limitBytes) bytes.")
        }
        // `OPTIONS *` asks of the server as a whole.
        if request.method == .options, target == "*" { return }
        if RequestTarget.hasEmptyPart(RequestTarget.path(of: target)) { throw APIError.nothingThere }
        if let fault = RequestTarget.fault(inPath: request.uri.path) {
            throw APIError(.badRequest, "The path \(fault).")
        }
        guard RequestTarget.query(request.uri.query ?? "") != nil else {
            throw APIError(.badRequest, "What stands behind the question mark is not UTF-8, written with %.")
        }
    }

    /// The answer to a browser that asks whether a page may send a request.
    private func preflight(_ request: Request) throws(APIError) -> Response? {
        guard request.method == .options, request.headers[.accessControlRequestMethod] != nil,
            let origin = request.headers[.origin]
        else { return nil }
        guard origins.isAllowed(origin) else {
            throw APIError(
                .forbidden,
                "Pages of this origin may not use the server: the setting cors-origins allows them.")
        }
        return Response(
            status: .noContent,
            headers: [
                .accessControlAllowMethods: "GET, HEAD, POST, PUT, PATCH, DELETE",
                .accessControlAllowHeaders:
                    "Authorization, Content-Type, X-Request-ID, Range, If-Range, If-None-Match",
                .accessControlMaxAge: "600",
            ])
    }
}
