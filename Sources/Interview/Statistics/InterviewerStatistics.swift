/// The interviews of one interviewer in figures.
public struct InterviewerStatistics: Sendable, Hashable, Codable {
    /// The interviewer's number.
    public var interviewer: Int64
    /// The interviewer's name.
    public var name: String
    /// How many interviews there are, those to come among them.
    public var interviews: Int
    /// How many were begun.
    public var held: Int
    /// How many were completed.
    public var completed: Int
    /// How many are over, however they ended.
    public var over: Int
    /// To how many the candidate did not come.
    public var noShows: Int
    /// The mean score of the completed ones, 0...100: a person's where one gave it, else the judge's; `nil` when none has a score.
    public var meanOverall: Double?

    /// The figures of an interviewer.
    public init(
        interviewer: Int64, name: String, interviews: Int, held: Int, completed: Int, over: Int,
        noShows: Int, meanOverall: Double?
    ) {
        self.interviewer = interviewer
        self.name = name
        self.interviews = interviews
        self.held = held
        self.completed = completed
        self.over = over
        self.noShows = noShows
        self.meanOverall = meanOverall
    }

    /// The share of those that are over that were completed, 0...1; `nil` when none is over.
    public var completedShare: Double? { over > 0 ? Double(completed) / Double(over) : nil }
}
