import HTTPClient
import Speech

/// The fields of what other ears write; one that is not what it should be is an error.
extension JSONValue {
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
