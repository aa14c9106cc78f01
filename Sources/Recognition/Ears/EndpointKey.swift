import Foundation

/// The key of an endpoint, which never shows itself.
struct EndpointKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The environment variable it comes from.
    let variable: String
    private let secret: String

    /// The key in a variable, or none when it is not set; `nil` when it is no key.
    init?(variable: String, environment: [String: String]) {
        let secret = (environment[variable] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard secret.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        self.variable = variable
        self.secret = secret
    }

    /// Whether there is one.
    var isSet: Bool { !secret.isEmpty }
    /// The value of the header field `Authorization` (RFC 6750); `nil` without a key.
    var authorization: String? { isSet ? "Bearer " + secret : nil }

    /// A text in which the key does not appear: servers repeat what they were sent.
    func removed(from text: String) -> String {
        isSet ? text.replacingOccurrences(of: secret, with: "(the key)") : text
    }

    var description: String { "the key in \(variable)" }
    var debugDescription: String { description }
    var customMirror: Mirror { Mirror(self, children: ["variable": variable]) }
}
