public import FoundationEssentials

/// What tells whether a bank asks the same questions as before: each change of them makes another one.
public struct BankStamp: Sendable, Hashable {
    /// The number of the bank.
    public let bank: Int64
    /// How many questions it asks.
    public let active: Int
    /// The greatest number of a question of it; 0 without one.
    public let lastNumber: Int64
    /// When the bank, or a question of it, was last changed.
    public let changedAt: Date
}
