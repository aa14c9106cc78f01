/// One part of a story from work, in the order in which interviewers want it (STAR).
public enum StoryPart: String, Sendable, Hashable, Codable, CaseIterable {
    /// When and where it was.
    case situation
    /// What was to be done.
    case task
    /// What the speaker did.
    case action
    /// How it ended.
    case result

    /// The name as a reader of a report sees it.
    public var title: String {
        switch self {
        case .situation: "Situation"
        case .task: "Task"
        case .action: "Action"
        case .result: "Result"
        }
    }
}
