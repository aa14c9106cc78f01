package import Speech

/// What servers say in words of their own.
package enum ServiceText {
    /// The beginning of a foreign text as it may stand in an error: one line without control characters.
    package static func excerpt(_ text: String, limit: Int = 200) -> String {
        let line = text.prefix(limit * 4).split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
            .filter { $0.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control } }
        return line.count > limit ? line.prefix(limit) + "…" : line
    }

    /// Whether a text is a web page.
    package static func isWebPage(_ text: String) -> Bool {
        let opening = text.drop(while: \.isWhitespace).prefix(200).lowercased()
        return opening.hasPrefix("<!doctype") || opening.contains("<html")
    }

    /// What servers say in the place of a result: `{"error": {"message"}}`, `{"error"}`, `{"detail"}`; `nil` for none.
    package static func refusal(_ document: JSONValue) -> String? {
        for key in ["error", "detail", "message"] {
            switch document[key] {
            case .text(let text)?: return text
            case .object(let values)?:
                if case .text(let text)? = values["message"] { return text }
            default: break
            }
        }
        return nil
    }
}
