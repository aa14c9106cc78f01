/// Where an interview stands in its life.
public enum InterviewState: String, Sendable, Hashable, Codable, CaseIterable {
    /// Planned and not begun.
    case scheduled
    /// Begun and not ended; it may be continued at any time.
    case inProgress
    /// Ended with every planned question answered or by the candidate's wish after at least one answer.
    case completed
    /// Ended before a first answer, or given up.
    case abandoned

    /// Whether nothing can be added any more.
    public var isOver: Bool { self != .scheduled && self != .inProgress }
}
