/// What is done when somebody would have to be in two interviews at once.
public enum ScheduleOverlap: String, Sendable, Hashable, Codable, CaseIterable {
    /// Nothing is planned, and the other interview is named.
    case refused
    /// It is planned all the same: whoever plans it knows.
    case allowed
}
