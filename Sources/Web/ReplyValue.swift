public import FoundationEssentials

/// A value that stands in a reply.
public protocol ReplyValue: Sendable {
    /// What it looks like.
    static var schema: JSONSchema { get }
    /// Writes it.
    func write(to writer: inout JSONWriter)
}

extension String: ReplyValue {
    /// A text.
    public static var schema: JSONSchema { .text() }
    /// Writes the text.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension Int: ReplyValue {
    /// A whole number.
    public static var schema: JSONSchema { .integer() }
    /// Writes the number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension Int64: ReplyValue {
    /// A whole number.
    public static var schema: JSONSchema { .integer() }
    /// Writes the number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension Double: ReplyValue {
    /// A number.
    public static var schema: JSONSchema { .number() }
    /// Writes the number.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension Bool: ReplyValue {
    /// A truth value.
    public static var schema: JSONSchema { .boolean }
    /// Writes it.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension Date: ReplyValue {
    /// A moment.
    public static var schema: JSONSchema { .text(format: .dateTime) }
    /// Writes the moment in UTC.
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension Optional: ReplyValue where Wrapped: ReplyValue {
    /// The value or `null`.
    public static var schema: JSONSchema { .nullable(Wrapped.schema) }
    /// Writes the value or `null`.
    public func write(to writer: inout JSONWriter) {
        if let self { self.write(to: &writer) } else { writer.writeNull() }
    }
}

extension Array: ReplyValue where Element: ReplyValue {
    /// A list of any length.
    public static var schema: JSONSchema { .list(Element.schema, count: 0...Int.max) }
    /// Writes the elements.
    public func write(to writer: inout JSONWriter) { writer.list(self) { $0.write(to: &$1) } }
}

extension ReplyValue where Self: RawRepresentable<String> & CaseIterable {
    /// One of the names.
    public static var schema: JSONSchema { .choice(allCases.map(\.rawValue)) }
    /// Writes the name.
    public func write(to writer: inout JSONWriter) { writer.write(rawValue) }
}
