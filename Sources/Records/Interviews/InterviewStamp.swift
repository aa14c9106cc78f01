/// By what somebody who has read an interview knows that nothing of it has changed since, and nothing beside it that its results show.
public struct InterviewStamp: Sendable, Hashable {
    /// Its number.
    public let number: Int64
    /// Its id.
    public let id: String
    /// How often it was written; each writing counts.
    public let revision: Int64
    /// The numbers of its organization, candidate, interviewer, template and resume: they go with what they name, and no writing is counted
    /// then.
    public let named: [Int64?]
    /// The scores of earlier interviews of the same person that a trend looks at, 0...100, in the order of time.
    public let earlierScores: [Double]
    /// The numbers of the accounts of those who take part and have one, by the numbers of the people.
    public let accounts: [Int64: Int64]
}
