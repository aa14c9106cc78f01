/// What became of the questions of a bank when it was brought in line with a list.
public struct BankSync: Sendable, Hashable, Codable {
    /// The number of the bank.
    public var bank: Int64
    /// How many are new.
    public var added = 0
    /// How many read differently now, or are asked again.
    public var changed = 0
    /// How many are not asked any more.
    public var deactivated = 0
    /// How many are as they were.
    public var unchanged = 0
}
