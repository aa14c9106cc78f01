import HTTPTypes
import Hummingbird
import Web

/// Adds the headers that every answer has: those that keep browsers from doing what nobody asked for, and those that let pages of allowed
/// origins read it.
struct HeaderMiddleware: RouterMiddleware {
    /// Which pages may use the server.
    let origins: OriginRule

    @concurrent func handle(
        _ request: Request, context: ServerContext,
        next: @concurrent (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.always where response.headers[name] == nil {
            response.headers[name] = value
        }
        if !origins.allowed.isEmpty { response.headers.append(HTTPField(name: .vary, value: "Origin")) }
        if let origin = request.headers[.origin], origins.isAllowed(origin) {
            response.headers[.accessControlAllowOrigin] = origin
            response.headers[.accessControlExposeHeaders] = Self.exposed
        }
        return response
    }

    /// A page of HTML says itself what it may load.
    private static let always: [(HTTPField.Name, String)] = [
        (.xContentTypeOptions, "nosniff"),
        (.referrerPolicy, "no-referrer"),
        (.contentSecurityPolicy, "default-src 'none'; frame-ancestors 'none'"),
        (.cacheControl, "no-store"),
    ]

    private static let exposed =
        "X-Request-ID, Retry-After, Content-Range, Content-Disposition, ETag, X-Total-Count, X-Unreadable-Count, Link"
}

extension HTTPField.Name {
    /// From where something was asked.
    static let referrerPolicy = HTTPField.Name("Referrer-Policy") ?? .location
    /// Whether a page of the same site asks.
    static let fetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .location
}
