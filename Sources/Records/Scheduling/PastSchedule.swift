/// What is done when an interview is to be planned for a time that is over.
public enum PastSchedule: String, Sendable, Hashable, Codable, CaseIterable {
    /// Nothing is planned.
    case refused
    /// It is kept as it is told, and waits to be begun.
    case allowed
}
