public import FoundationEssentials
public import Interview

/// An interview before the one that is reported, as far as a chart of the progress needs it.
public struct EarlierInterview: Sendable, Hashable, Codable {
    /// When it was begun.
    public var date: Date
    /// The mean of its overall scores, 0...100; `nil` when no answer was judged.
    public var overall: Double?
    /// The means of its dimensions; may be empty.
    public var dimensions: [InterviewSummary.DimensionMean]

    /// An interview of a date.
    public init(date: Date, overall: Double?, dimensions: [InterviewSummary.DimensionMean] = []) {
        self.date = date
        self.overall = overall
        self.dimensions = dimensions
    }
}
