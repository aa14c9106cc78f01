/// How much a bank of questions is used. Follow-ups do not count.
public struct BankUsage: Sendable, Hashable, Codable {
    /// The bank's number.
    public var bank: Int64
    /// Its name.
    public var name: String
    /// How often a question of it was put.
    public var uses: Int
    /// How many of its questions were put at least once.
    public var questionsUsed: Int

    /// How much a bank is used.
    public init(bank: Int64, name: String, uses: Int, questionsUsed: Int) {
        self.bank = bank
        self.name = name
        self.uses = uses
        self.questionsUsed = questionsUsed
    }
}
