import SQL

/// How somebody names a record: by its number or by its id.
public enum RecordName: Sendable, Hashable, CustomStringConvertible {
    /// By its number.
    case number(Int64)
    /// By its id.
    case id(String)

    /// What a text names: a number when it is one.
    public init(_ text: String) {
        self = Int64(text).map { .number($0) } ?? .id(text.lowercased())
    }

    /// The name as it was given.
    public var description: String {
        switch self {
        case .number(let number): "\(number)"
        case .id(let id): id
        }
    }

    /// That a row is the one that is named.
    var condition: SQLQuery {
        switch self {
        case .number(let number): "id = \(number)"
        case .id(let id): "uuid = \(id)"
        }
    }
}
