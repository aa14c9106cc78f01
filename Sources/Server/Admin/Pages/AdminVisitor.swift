import Accounts
import FoundationEssentials
import Hummingbird
import Service
import Web

/// Somebody who looks at the pages for admins.
struct AdminVisitor: Sendable {
    /// Who it is, and from where.
    let caller: Caller
    /// What the pages call them.
    let name: String
    /// What forms of theirs have.
    let token: FormToken
    /// Whether there is something to sign out of.
    let isSignedIn: Bool

    /// The cookie of who has signed in.
    static let cookie = "viva_admin"
    /// The cookie of who is about to sign in.
    static let formCookie = "viva_admin_form"

    /// A cookie for the pages alone, which no script reads and no other site's page sends (RFC 6265bis).
    ///
    /// - Parameter seconds: how long it is kept; 0 takes it away.
    static func cookie(_ name: String, _ value: String, seconds: Int, isSecure: Bool) -> String {
        "\(name)=\(value); Path=/admin; Max-Age=\(seconds); HttpOnly; SameSite=Strict"
            + (isSecure ? "; Secure" : "")
    }
}

extension Request {
    /// Whether the browser speaks TLS, as it says itself of the page that sends a form, or as the proxy says.
    var isSecure: Bool {
        headers[.origin]?.lowercased().hasPrefix("https://") ?? false
            || headers[.forwardedProtocol]?.lowercased() == "https"
    }
}
