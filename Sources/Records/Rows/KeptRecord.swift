public import FoundationEssentials
import SQL

/// A value as it stands in the database.
public struct KeptRecord<Value: Sendable>: Sendable {
    /// Its number, by which people and other values name it; never given twice.
    public let number: Int64
    /// The value.
    public let value: Value
    /// When it was first kept.
    public let createdAt: Date
    /// When it was last changed.
    public let updatedAt: Date
}

extension KeptRecord: Equatable where Value: Equatable {}
extension KeptRecord: Hashable where Value: Hashable {}
extension KeptRecord: Encodable where Value: Encodable {}
extension KeptRecord: Decodable where Value: Decodable {}

extension Date {
    /// The moment as the database keeps it: in whole milliseconds.
    var kept: Date {
        guard case .integer(let milliseconds) = sqlValue else { return self }
        return Date(sqlMilliseconds: milliseconds)
    }
}
