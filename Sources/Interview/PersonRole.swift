/// What somebody does here.
public enum PersonRole: String, Sendable, Hashable, Codable, CaseIterable {
    /// Looks after all of it.
    case admin
    /// Asks.
    case interviewer
    /// Answers.
    case candidate
    /// Plans interviews and reads reports.
    case recruiter
}
