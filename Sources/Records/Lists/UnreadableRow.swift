/// A row of a list that cannot be read: it was damaged, or has a value of a later program's.
public struct UnreadableRow: Sendable, Hashable, Codable {
    /// Its number.
    public var number: Int64
    /// Why it cannot be read.
    public var reason: String

    /// A row with its number.
    public init(number: Int64, reason: String) {
        self.number = number
        self.reason = reason
    }
}
