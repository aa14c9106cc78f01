public import struct FoundationEssentials.Date

/// A value as it goes into a statement and comes back in a row.
///
/// These are the kinds that SQLite and PostgreSQL share. Truth is the integer 0 or 1, a moment is an integer of
/// milliseconds since 1970 in UTC, and what has parts is a text of JSON.
public enum SQLValue: Sendable, Hashable {
    /// No value.
    case null
    /// A whole number, `BIGINT`.
    case integer(Int64)
    /// A number, `DOUBLE PRECISION`.
    case real(Double)
    /// A text in UTF-8, `TEXT`.
    case text(String)
}

/// What can be a value of a statement.
public protocol SQLConvertible {
    /// The value as the database keeps it.
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLConvertible {
    /// The value itself.
    public var sqlValue: SQLValue { self }
}

extension String: SQLConvertible {
    /// The text, in which a zero is a replacement character: PostgreSQL keeps none, and SQLite reads such a text back only in part.
    public var sqlValue: SQLValue { .text(utf8.contains(0) ? replacing("\0", with: "\u{FFFD}") : self) }
}

extension Int: SQLConvertible {
    /// The number.
    public var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Int64: SQLConvertible {
    /// The number.
    public var sqlValue: SQLValue { .integer(self) }
}

extension Double: SQLConvertible {
    /// The number; no value for what is none to count with, which SQLite would not keep.
    public var sqlValue: SQLValue { isFinite ? .real(self) : .null }
}

extension Bool: SQLConvertible {
    /// 1 for true, 0 for false.
    public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension Date: SQLConvertible {
    /// Milliseconds since 1970, rounded; what lies more than `sqlDays` before or behind is brought to the nearest of these. What is
    /// no moment is 1970.
    public var sqlValue: SQLValue {
        let milliseconds = (timeIntervalSince1970 * 1000).rounded()
        let limit = Self.sqlDays * 86_400_000
        return .integer(milliseconds.isNaN ? 0 : Int64(min(max(milliseconds, -limit), limit)))
    }

    /// How many days before and behind 1970 a database holds, as in ECMAScript's dates: two of them can be added up as `BIGINT`.
    public static let sqlDays = 100_000_000.0

    /// The moment that a value of `milliseconds` since 1970 stands for.
    public init(sqlMilliseconds milliseconds: Int64) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}

extension Optional: SQLConvertible where Wrapped: SQLConvertible {
    /// The value, or no value.
    public var sqlValue: SQLValue { map(\.sqlValue) ?? .null }
}
