import FoundationEssentials
import Storage

/// How values are written as JSON into a column: dates as milliseconds since 1970, keys sorted.
enum RecordCoding {
    static func text(_ value: some Encodable) throws(RecordsError) -> String {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .millisecondsSince1970
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do { return String(decoding: try encoder.encode(value), as: UTF8.self) } catch {
            throw .invalid(field: "\(type(of: value))", reason: "a value in it cannot be written as JSON")
        }
    }

    static func value<Value: Decodable>(
        _ text: String, _ type: Value.Type = Value.self, kind: String, name: String
    ) throws(RecordsError) -> Value {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .millisecondsSince1970
        do { return try decoder.decode(Value.self, from: Data(text.utf8)) } catch {
            throw .damaged(kind: kind, name: name, reason: StorageError.systemReason(error))
        }
    }
}
