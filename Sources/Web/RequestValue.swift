public import FoundationEssentials
public import Speech

/// A value that is read from a request.
public protocol RequestValue: Sendable {
    /// What it may look like, where a field does not say it closer.
    static var requestSchema: JSONSchema { get }
    /// The value of what fits the schema; `nil` for what does not.
    init?(json: JSONValue)
}

extension String: RequestValue {
    /// A text.
    public static var requestSchema: JSONSchema { .text() }
    /// The text.
    public init?(json: JSONValue) {
        guard case .text(let text) = json else { return nil }
        self = text
    }
}

extension Int: RequestValue {
    /// A whole number.
    public static var requestSchema: JSONSchema { .integer() }
    /// The number.
    public init?(json: JSONValue) {
        guard case .number(let number) = json, let whole = Int(exactly: number) else { return nil }
        self = whole
    }
}

extension Int64: RequestValue {
    /// A whole number.
    public static var requestSchema: JSONSchema { .integer() }
    /// The number.
    public init?(json: JSONValue) {
        guard let whole = Int(json: json) else { return nil }
        self.init(whole)
    }
}

extension Double: RequestValue {
    /// A number.
    public static var requestSchema: JSONSchema { .number() }
    /// The number.
    public init?(json: JSONValue) {
        guard case .number(let number) = json, number.isFinite else { return nil }
        self = number
    }
}

extension Bool: RequestValue {
    /// A truth value.
    public static var requestSchema: JSONSchema { .boolean }
    /// The truth value.
    public init?(json: JSONValue) {
        guard case .boolean(let boolean) = json else { return nil }
        self = boolean
    }
}

extension Date: RequestValue {
    /// A moment with its time zone.
    public static var requestSchema: JSONSchema { .text(length: 1...40, format: .dateTime) }
    /// The moment.
    public init?(json: JSONValue) {
        guard case .text(let text) = json, let date = Moment.date(text) else { return nil }
        self = date
    }
}

extension JSONValue: RequestValue {
    /// Any value.
    public static var requestSchema: JSONSchema { .any }
    /// The value.
    public init?(json: JSONValue) { self = json }
}

extension Array: RequestValue where Element: RequestValue {
    /// A list.
    public static var requestSchema: JSONSchema { .list(Element.requestSchema) }
    /// The elements; `nil` when one of them is none.
    public init?(json: JSONValue) {
        guard case .list(let values) = json else { return nil }
        var elements: [Element] = []
        for value in values {
            guard let element = Element(json: value) else { return nil }
            elements.append(element)
        }
        self = elements
    }
}

extension Optional: RequestValue where Wrapped: RequestValue {
    /// The value or `null`.
    public static var requestSchema: JSONSchema { .nullable(Wrapped.requestSchema) }
    /// The value; nothing for `null`.
    public init?(json: JSONValue) {
        if case .null = json {
            self = .none
        } else {
            guard let value = Wrapped(json: json) else { return nil }
            self = .some(value)
        }
    }
}

extension RequestValue where Self: RawRepresentable<String> & CaseIterable {
    /// One of the names.
    public static var requestSchema: JSONSchema { .choice(allCases.map(\.rawValue)) }
    /// The case of a name.
    public init?(json: JSONValue) {
        guard case .text(let text) = json else { return nil }
        self.init(rawValue: text)
    }
}
