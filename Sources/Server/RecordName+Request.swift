public import Records
public import Speech
public import Web

extension RecordName: RequestValue {
    /// A number or a UUID.
    public static var requestSchema: JSONSchema {
        .either(
            [.integer(0...JSONSchema.integers.upperBound), .pattern(pattern)], asked: "a number or a UUID")
    }
    /// The name; `nil` for what can name no record.
    public init?(json: JSONValue) {
        switch json {
        case .number:
            guard let number = Int64(json: json), number >= 0 else { return nil }
            self = .number(number)
        case .text(let text):
            guard RecordName.isName(text) else { return nil }
            self.init(text)
        default: return nil
        }
    }
}
