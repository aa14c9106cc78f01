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

    /// From so many characters on, a key is none of the words that a text may well have: "none" is a key too.
    private static let shortestInContent = 8

    /// An error's text in which neither the key nor anything that does not show itself appears: servers repeat what
    /// they were sent, in JSON perhaps with escapes such as `\/` and `\u002F`.
    package func removed(from text: String) -> String {
        // What does not show itself goes first: it could stand within the key.
        let shown = Array(ServiceText.visible(text).unicodeScalars)
        let key = Array(secret.unicodeScalars)
        guard isSet else { return String(String.UnicodeScalarView(shown)) }
        var rest = String.UnicodeScalarView()
        var place = 0
        while place < shown.count {
            if let end = Self.end(of: key, in: shown, from: place) {
                rest.append(contentsOf: "(the key)".unicodeScalars)
                place = end
            } else {
                rest.append(shown[place])
                place += 1
            }
        }
        return String(rest)
    }

    /// The same for what a service made, where a short key may be part of a word: only a long one is taken out.
    package func removed(fromContent text: String) -> String {
        secret.utf8.count < Self.shortestInContent ? ServiceText.visible(text) : removed(from: text)
    }

    /// Where the key ends that begins at a place, in whatever way JSON writes its characters; `nil` when it does not.
    private static func end(of key: [Unicode.Scalar], in text: [Unicode.Scalar], from start: Int) -> Int? {
        var place = start
        var matched = 0
        while matched < key.count {
            let scalar = key[matched]
            if place < text.count, text[place] == scalar {
                (place, matched) = (place + 1, matched + 1)
                continue
            }
            // What was written as JSON more than once has several of them.
            let escape = text[place...].prefix { $0 == "\\" }.endIndex
            guard escape > place, escape < text.count else { return nil }
            let digits = text[escape...].dropFirst().prefix(4).map { String($0) }.joined()
            if text[escape] == "u", digits.count == 4,
                let escaped = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init),
                escaped == scalar || (matched > 0 && !ServiceText.isVisible(escaped))
            {
                place = escape + 5
                if escaped == scalar { matched += 1 }
            } else if text[escape] == scalar {
                (place, matched) = (escape + 1, matched + 1)
            } else {
                return nil
            }
        }
        return place
    }

    package var description: String { "the key in \(variable)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: ["variable": variable]) }
}
