import Foundation

/// A value of JSON whose shape is not known beforehand.
enum JSONValue: Sendable, Hashable, Decodable {
    case null
    case boolean(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Swift.Decoder) throws {
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

    /// What kind of value it is, in words.
    var kind: String {
        switch self {
        case .null: "null"
        case .boolean: "a truth value"
        case .number: "a number"
        case .text: "a text"
        case .list: "a list"
        case .object: "an object"
        }
    }

    /// The value of a key; `nil` when there is none, it is null, or this is no object.
    subscript(key: String) -> JSONValue? {
        guard case .object(let values) = self, let value = values[key], value != .null else { return nil }
        return value
    }

    /// The text of a key; `nil` when there is none.
    func text(_ key: String) throws(HeardTextError) -> String? {
        guard let value = self[key] else { return nil }
        guard case .text(let text) = value else { throw .wrongField(key, found: value.kind) }
        return text
    }

    /// The number of a key; `nil` when there is none.
    func number(_ key: String) throws(HeardTextError) -> Double? {
        guard let value = self[key] else { return nil }
        guard case .number(let number) = value, number.isFinite else {
            throw .wrongField(key, found: value.kind)
        }
        return number
    }

    /// The objects in the list of a key; `nil` when there is none.
    func objects(_ key: String) throws(HeardTextError) -> [JSONValue]? {
        guard let value = self[key] else { return nil }
        guard case .list(let list) = value else { throw .wrongField(key, found: value.kind) }
        for one in list {
            guard case .object = one else { throw .wrongField(key, found: "a list with \(one.kind) in it") }
        }
        return list
    }
}
