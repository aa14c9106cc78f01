import Foundation

/// The key of a service, which never shows itself.
package struct ServiceKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
    /// The environment variable it comes from.
    package let variable: String
    private let secret: String

    /// The key in a variable, or none when it is not set; `nil` when it is no key.
    package init?(variable: String, environment: [String: String]) {
        let secret = (environment[variable] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard secret.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        self.variable = variable
        self.secret = secret
    }

    /// Why there is no key in a variable that is set, as the end of a sentence.
    package static func fault(of variable: String) -> String {
        "the key in the environment variable \(variable) holds blanks or characters that no key has; set it again"
    }

    /// Whether there is one.
    package var isSet: Bool { !secret.isEmpty }
    /// The value of the header field `Authorization` (RFC 6750); `nil` without a key.
    package var authorization: String? { isSet ? "Bearer " + secret : nil }

    /// A text in which the key does not appear: servers repeat what they were sent, in JSON perhaps with `\/`.
    package func removed(from text: String) -> String {
        guard isSet else { return text }
        return text.replacingOccurrences(of: secret, with: "(the key)")
            .replacingOccurrences(of: secret.replacingOccurrences(of: "/", with: "\\/"), with: "(the key)")
    }

    package var description: String { "the key in \(variable)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: ["variable": variable]) }
}
