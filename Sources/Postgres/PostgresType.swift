import CPQ
import SQL

/// The types of PostgreSQL that statements here use, by their numbers in the server's catalogue (pg_type.dat).
enum PostgresType: Oid {
    case bool = 16
    case int8 = 20
    case int2 = 21
    case int4 = 23
    case text = 25
    case float4 = 700
    case float8 = 701
    case numeric = 1700

    /// The type that a value is sent as; `nil` lets the server decide, for no value.
    static func of(_ value: SQLValue) -> Oid {
        switch value {
        case .null: 0
        case .integer: int8.rawValue
        case .real: float8.rawValue
        case .text: text.rawValue
        }
    }

    /// The text in which a value is sent; `nil` for no value.
    static func sent(_ value: SQLValue) -> String? {
        switch value {
        case .null: nil
        case .integer(let number): "\(number)"
        case .real(let number): "\(number)"
        case .text(let text): text
        }
    }

    /// The value that the server's text stands for.
    static func value(of text: String, as type: PostgresType?) -> SQLValue {
        switch type {
        case .bool: .integer(text == "t" ? 1 : 0)
        case .int2, .int4, .int8: Int64(text).map { .integer($0) } ?? .text(text)
        case .float4, .float8: number(text)
        // A sum of whole numbers is a decimal without a fraction, a mean one with.
        case .numeric: Int64(text).map { .integer($0) } ?? number(text)
        case .text, nil: .text(text)
        }
    }

    private static func number(_ text: String) -> SQLValue {
        Double(text).map { $0.isFinite ? .real($0) : .null } ?? .text(text)
    }
}
