public import Interview

/// What became of practice over time.
public struct PracticeProgress: Sendable {
    /// The scores of completed interviews, in the order of time.
    public let scores: [ScorePoint]
    /// What was weak.
    public let weakAreas: WeakAreas
    /// How often was practised, by weeks.
    public let weeks: PracticeFrequency
    /// The same by months.
    public let months: PracticeFrequency
    /// On how many days in a row.
    public let streaks: PracticeStreaks
}
