/// A question that is asked because of what was weak in earlier interviews.
struct WeakChoice {
    var question: Question
    /// What an earlier answer to the same question scored, 0...100.
    var earlierScore: Double?
    /// The weak subject that a new question is about.
    var area: PracticeHistory.Area?
}
