public import Foundation

/// A request over HTTP: what is asked of which address, with which limits.
///
/// ```swift
/// let request = HTTPRequest(.get, url, headers: ["Accept": "application/json"])
/// let response = try await HTTPTransport().send(request)
/// ```
///
/// Its description shows the target alone (`HTTPTarget`): headers and bodies may hold secrets.
public struct HTTPRequest: Sendable, Hashable {
    /// What is asked (RFC 9110, section 9; PATCH is RFC 5789).
    public enum Method: String, Sendable, Hashable, CaseIterable {
        /// Reads.
        case get = "GET"
        /// Reads the head alone.
        case head = "HEAD"
        /// Hands over for processing.
        case post = "POST"
        /// Writes.
        case put = "PUT"
        /// Changes.
        case patch = "PATCH"
        /// Removes.
        case delete = "DELETE"
    }

    /// Whether the request may arrive twice when a connection breaks before its answer.
    public enum Delivery: Sendable, Hashable {
        /// It must not, as with mail: it goes over a connection of its own, because the library repeats a request when a
        /// shared one turns out to be dead.
        case once
        /// It may: the same again does no harm.
        case repeatable
    }

    /// What is asked.
    public var method: Method
    /// Of which address, `http` or `https`.
    public var url: URL
    /// The header fields of the request; those of the body and the connection are added.
    public var headers: HTTPHeaders
    /// What is sent.
    public var body: HTTPBody
    /// What it may cost.
    public var limits: HTTPLimits
    /// Whether it may be sent elsewhere.
    public var redirects: HTTPRedirects
    /// Whether it may arrive twice.
    public var delivery: Delivery

    /// A request; left out, without headers and body, with the usual limits, following no redirect, and arriving once where
    /// its method is not idempotent (RFC 9110, section 9.2.2): POST and PATCH.
    public init(
        _ method: Method, _ url: URL, headers: HTTPHeaders = [:], body: HTTPBody = .none,
        limits: HTTPLimits = HTTPLimits(), redirects: HTTPRedirects = .handBack,
        delivery: Delivery? = nil
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.limits = limits
        self.redirects = redirects
        self.delivery = delivery ?? (method == .post || method == .patch ? .once : .repeatable)
    }

    /// What is asked of which address, without what may be secret.
    public var target: HTTPTarget { HTTPTarget(method: method, url: url) }

    /// - Throws: `HTTPError` when it cannot be sent as it is.
    func validate() throws(HTTPError) {
        let reason: String
        if !["http", "https"].contains(url.scheme?.lowercased() ?? "") {
            reason = "the address must begin with http:// or https://"
        } else if (url.host ?? "").isEmpty {
            reason = "the address names no host"
        } else if url.absoluteString.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) {
            reason = "the address holds blanks or control characters"
        } else if let field = headers.unsendable {
            reason =
                "the header field \"\(field.name.filter(\.isASCII).prefix(40))\" cannot be sent: its name or "
                + "value holds a line break or another forbidden character"
        } else {
            return
        }
        throw HTTPError(target, .invalidRequest(reason))
    }
}

extension HTTPRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The target, without what may be secret.
    public var description: String { target.description }
    /// The target, without what may be secret.
    public var debugDescription: String { description }
    /// The target, without what may be secret.
    public var customMirror: Mirror { Mirror(self, children: ["target": target.description]) }
}
