package import Speech

/// What servers say in words of their own.
package enum ServiceText {
    /// The beginning of a foreign text as it may stand in an error: one line of what shows itself, of `limit`
    /// Unicode scalars at most (a character can have any number of them).
    package static func excerpt(_ text: String, limit: Int = 200) -> String {
        let opening = String(text.unicodeScalars.prefix(limit * 4))
        let line = visible(opening).split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
        let scalars = line.unicodeScalars
        return scalars.count > limit ? String(scalars.prefix(limit)) + "…" : line
    }

    /// A text without what does not show itself: control and format characters, which can move the cursor of a
    /// terminal or turn the direction of a line, and others that are ignored in print. White space stays.
    package static func visible(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter(isVisible)))
    }

    /// Whether a scalar shows itself or is white space.
    package static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        if properties.isWhitespace { return true }
        return properties.generalCategory != .control && properties.generalCategory != .format
            && !properties.isDefaultIgnorableCodePoint
    }

    /// Why an answer's status is none of success, and what to do, as the end of a sentence without the key.
    ///
    /// - Parameters:
    ///   - response: the answer.
    ///   - said: the server's own words, where it has some.
    ///   - key: what was sent as the key.
    ///   - sent: what was sent, for example "speech".
    ///   - namesStatus: whether the number of a status is told that has no meaning of its own here.
    package static func reason(
        of response: HTTPResponse, said: String?, key: ServiceKey, sent: String, namesStatus: Bool = false
    ) -> String {
        let address = HTTPTarget.shown(response.url)
        // The key goes first, because a cut through it would leave a part of it.
        let words = said.map { " (\"\(excerpt(key.removed(from: $0)))\")" } ?? ""
        let status = namesStatus ? " with status \(response.status)" : ""
        let reason =
            switch response.status {
            case 401, 403:
                key.isSet
                    ? "\(address) does not take the key in the environment variable \(key.variable)\(words). Check it, and "
                        + "what it may be used for"
                    : "\(address) wants a key\(words). Put it into the environment variable \(key.variable)"
            case 404, 405:
                "\(address) is not there, or does not have the model\(words). Check the base address and the model"
            case 300...399:
                "\(address) sends the request elsewhere, and \(sent) is not sent on. Set the base address to where it leads"
            case 413: "\(address) says that the request is too large\(words)"
            case 429:
                "\(address) says that there were too many requests\(words). Wait, or check the plan and the credit of the "
                    + "account"
            case 500...: "\(address) failed itself\(status)\(words). Try again later"
            default: "\(address) refused the request\(status)\(words)"
            }
        return key.removed(fromContent: reason)
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
