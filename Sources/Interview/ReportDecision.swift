/// What was decided on a report.
public enum ReportDecision: String, Sendable, Hashable, Codable, CaseIterable {
    /// Nothing yet.
    case pending
    /// The candidate goes on.
    case accepted
    /// The candidate does not.
    case declined
}
