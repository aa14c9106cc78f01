import Foundation

/// What happens when a server sends a request elsewhere.
public enum HTTPRedirects: Sendable, Hashable {
    /// The answer with its status 3xx is handed back.
    case handBack
    /// It is followed, at most this often, over `http` and `https` alone, never from `https` to `http`; another host gets
    /// neither what proves who asks (`Authorization`, cookies, keys) nor a body.
    case follow(atMost: Int)

    /// The request that an answer leads to; `nil` when the answer stands.
    ///
    /// - Parameter followed: How many redirects were followed before.
    /// - Throws: `HTTPError` when the answer leads where it must not.
    func next(
        after response: HTTPResponse, to request: HTTPRequest, followed: Int
    ) throws(HTTPError) -> HTTPRequest? {
        guard case .follow(let limit) = self, [301, 302, 303, 307, 308].contains(response.status),
            let location = response.headers["Location"]
        else { return nil }
        func refused(_ reason: String) -> HTTPError { HTTPError(request.target, .redirectRefused(reason)) }
        guard followed < limit else { throw refused("it was sent on more than \(limit) times") }
        guard let url = URL(string: location, relativeTo: request.url)?.absoluteURL, url.host != nil else {
            throw refused("the address it was sent to cannot be read")
        }
        let scheme = url.scheme?.lowercased() ?? ""
        guard ["http", "https"].contains(scheme) else {
            throw refused("it was sent to an address of the kind \"\(scheme.prefix(20))\"")
        }
        guard scheme == "https" || request.url.scheme?.lowercased() == "http" else {
            throw refused("it was sent from https to \(HTTPTarget.shown(url)), which is not encrypted")
        }
        var next = request
        next.url = url
        // RFC 9110, 15.4: what was handed over is not handed over again but read; 307 and 308 repeat the request.
        let isRepeated = response.status == 307 || response.status == 308
        if !isRepeated, request.method != .get, request.method != .head {
            next.method = .get
            next.body = .none
        }
        if !Self.isSameOrigin(url, request.url) {
            guard next.body == .none else {
                throw refused("it was sent to another server, \(HTTPTarget.shown(url)), with what it carries")
            }
            next.headers = next.headers.withoutCredentials
        }
        return next
    }

    private static func isSameOrigin(_ first: URL, _ second: URL) -> Bool {
        first.scheme?.lowercased() == second.scheme?.lowercased()
            && first.host?.lowercased() == second.host?.lowercased() && port(of: first) == port(of: second)
    }

    private static func port(of url: URL) -> Int {
        url.port ?? (url.scheme?.lowercased() == "https" ? 443 : 80)
    }
}
