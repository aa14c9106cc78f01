import Crypto
import FoundationEssentials

/// What a form of a page has, so that it can only be sent from a page that was given out: a code of a secret that the browser's session has, or
/// this start of the server (a synchronizer token, OWASP's Cross-Site Request Forgery Prevention Cheat Sheet).
struct FormToken: Sendable {
    /// The name of its field.
    static let field = "form_token"

    private let key: SymmetricKey

    /// The token of a secret.
    init(secret: String) { key = SymmetricKey(data: Data(secret.utf8)) }

    private static let message = Data("viva admin form".utf8)

    /// The code.
    var text: String {
        Data(HMAC<SHA256>.authenticationCode(for: Self.message, using: key)).base64EncodedString()
    }

    /// Whether a code is this one; it takes the same time wherever they differ.
    func isGood(_ text: String?) -> Bool {
        // The reader of Base64 takes some other texts for the same code.
        guard let text, let code = Data(base64Encoded: text), code.base64EncodedString() == text else {
            return false
        }
        return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: Self.message, using: key)
    }
}
