public import Interview

/// How many questions a bank has of each sort, and how much they were asked.
public struct BankStatistics: Sendable, Hashable, Codable {
    /// How much a question was asked.
    public struct Use: Sendable, Hashable, Codable {
        /// The question's number.
        public var number: Int64
        /// The question's id.
        public var id: String
        /// In how many interviews it was put.
        public var interviews: Int
    }

    /// The number of the bank.
    public var bank: Int64
    /// How many interviews were made from it as a whole.
    public var useCount: Int
    /// How many questions it asks.
    public var active: Int
    /// How many it had once.
    public var inactive: Int
    /// How many of the active ones were put in no interview.
    public var neverAsked: Int
    /// The active ones by kind, in the order of the kinds.
    public var kinds: [QuestionStatistics.Count]
    /// The active ones by level, from the least experience on.
    public var levels: [QuestionStatistics.Count]
    /// The active ones by category, most first.
    public var categories: [QuestionStatistics.Count]
    /// Those that were asked, most first.
    public var uses: [Use]
}
