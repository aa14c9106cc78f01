public import Speech

extension JSONSchema {
    /// What a text says that somebody typed into a field of a form: a number where numbers are asked for, each line an element of a list. An
    /// empty text stands for nothing where nothing may stand.
    public func value(ofForm text: String) -> JSONValue {
        switch self {
        case .nullable(let schema):
            text.allSatisfy(\.isWhitespace) ? .null : schema.value(ofForm: text)
        case .integer, .number, .boolean: value(ofQuery: text.filter { !$0.isWhitespace })
        case .list(let schema, _):
            .list(
                text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
                    .map { schema.value(ofForm: String($0)) })
        // Browsers end lines as in a mail.
        default: .text(text.replacing("\r\n", with: "\n"))
        }
    }

    /// A value as it stands in a field of a form, so that `value(ofForm:)` gives it back; `nil` for what no field can hold.
    public func formText(of value: JSONValue) -> String? {
        switch (self, value) {
        case (.nullable, .null): ""
        case (.nullable(let schema), _): schema.formText(of: value)
        case (_, .text(let text)): text
        case (_, .number(let number)): Int(exactly: number).map { "\($0)" } ?? "\(number)"
        case (_, .boolean(let boolean)): boolean ? "true" : "false"
        case (.list(let schema, _), .list(let values)):
            values.map { schema.formText(of: $0) ?? "" }.joined(separator: "\n")
        default: nil
        }
    }
}
