/// A statement with its values, written as a text with the values in their places.
///
/// ```swift
/// var query: SQLQuery = "SELECT title FROM interviews WHERE state = \(state)"
/// query.append(" AND candidate_id = \(person)")
/// query.text      // SELECT title FROM interviews WHERE state = $1 AND candidate_id = $2
/// query.values    // [.text("completed"), .integer(7)]
/// ```
/// A value never becomes part of the text, so nothing that somebody typed is ever read as SQL. What is to be text, such as
/// the name of a column, is a `StaticString` or a query of its own.
public struct SQLQuery: Sendable, Hashable, ExpressibleByStringInterpolation {
    private enum Part: Sendable, Hashable {
        case text(String)
        case value(SQLValue)
    }

    private var parts: [Part]

    /// Nothing yet.
    public init() { parts = [] }

    /// A text without values.
    public init(stringLiteral value: StaticString) { parts = [.text(value.description)] }

    /// A text with values.
    public init(stringInterpolation interpolation: Interpolation) { parts = interpolation.query.parts }

    /// Puts another piece behind this one.
    public mutating func append(_ query: SQLQuery) { parts += query.parts }

    /// The queries one after the other, with a text between them.
    public static func joined(_ queries: [SQLQuery], by separator: StaticString) -> SQLQuery {
        var result = SQLQuery()
        for (index, query) in queries.enumerated() {
            if index > 0 { result.parts.append(.text(separator.description)) }
            result.append(query)
        }
        return result
    }

    /// The values one after the other, separated by commas, as `IN` and `VALUES` take them.
    public static func list(_ values: [any SQLConvertible]) -> SQLQuery {
        joined(values.map { value in "\(value.sqlValue)" }, by: ", ")
    }

    /// A text of this program's, for example the piece of a dialect; never one that came from outside.
    public static func trusted(_ text: String) -> SQLQuery {
        var query = SQLQuery()
        query.parts = [.text(text)]
        return query
    }

    /// Whether it has neither text nor values.
    public var isEmpty: Bool { parts.isEmpty }

    /// The statement with `$1`, `$2` and so on for its values, counted from left to right.
    public var text: String {
        var number = 0
        return parts.reduce(into: "") { text, part in
            switch part {
            case .text(let piece): text += piece
            case .value:
                number += 1
                text += "$\(number)"
            }
        }
    }

    /// The values in the order of their numbers.
    public var values: [SQLValue] {
        parts.compactMap { part in if case .value(let value) = part { value } else { nil } }
    }

    /// Collects the pieces of a text with values.
    public struct Interpolation: StringInterpolationProtocol {
        fileprivate var query = SQLQuery()

        /// Nothing yet.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// A piece of the text.
        public mutating func appendLiteral(_ literal: StaticString) {
            let text = literal.description
            if !text.isEmpty { query.parts.append(.text(text)) }
        }

        /// A value.
        public mutating func appendInterpolation(_ value: some SQLConvertible) {
            query.parts.append(.value(value.sqlValue))
        }

        /// Another query in its place.
        public mutating func appendInterpolation(_ other: SQLQuery) { query.append(other) }
    }
}
