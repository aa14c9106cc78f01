/// A value of JSON whose shape is not known beforehand, or that is written down as it is.
///
/// ```swift
/// let body: JSONValue = ["model": "llama3.1", "temperature": 0.3, "stop": ["\n"]]
/// ```
public enum JSONValue: Sendable, Hashable, Codable {
    /// Nothing.
    case null
    /// A truth value.
    case boolean(Bool)
    /// A number; JSON knows neither infinity nor "not a number".
    case number(Double)
    /// A text.
    case text(String)
    /// Values in their order.
    case list([JSONValue])
    /// Values by their names.
    case object([String: JSONValue])

    /// Reads any value.
    public init(from decoder: any Swift.Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let boolean = try? value.decode(Bool.self) {
            self = .boolean(boolean)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: JSONValue].self))
        }
    }

    /// Writes the value; a whole number is written without a point.
    public func encode(to encoder: any Swift.Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .null: try value.encodeNil()
        case .boolean(let boolean): try value.encode(boolean)
        case .number(let number):
            if let whole = Int(exactly: number) { try value.encode(whole) } else { try value.encode(number) }
        case .text(let text): try value.encode(text)
        case .list(let list): try value.encode(list)
        case .object(let values): try value.encode(values)
        }
    }

    /// What kind of value it is, in words.
    package var kind: String {
        switch self {
        case .null: "null"
        case .boolean: "a truth value"
        case .number: "a number"
        case .text: "a text"
        case .list: "a list"
        case .object: "an object"
        }
    }

    /// The value with every text in it changed, the names of values as well.
    package func mapTexts(_ change: (String) -> String) -> JSONValue {
        switch self {
        case .null, .boolean, .number: self
        case .text(let text): .text(change(text))
        case .list(let list): .list(list.map { $0.mapTexts(change) })
        case .object(let values):
            .object(Dictionary(values.map { (change($0), $1.mapTexts(change)) }) { first, _ in first })
        }
    }

    /// The value of a key; `nil` when there is none, it is null, or this is no object.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let values) = self, let value = values[key], value != .null else { return nil }
        return value
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A text.
    public init(stringLiteral value: String) { self = .text(value) }
    /// A number.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .number(Double(value)) }
    /// A truth value.
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
    /// A list.
    public init(arrayLiteral elements: JSONValue...) { self = .list(elements) }
    /// An object; of a name that comes twice, the last value counts.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements) { $1 })
    }
}
