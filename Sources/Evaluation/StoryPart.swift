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

    /// What to say where the part is missing, as a sentence.
    public var advice: String {
        switch self {
        case .situation: "Begin with one sentence about when and where it happened."
        case .task: "Say what you had to achieve, and by when."
        case .action: "Say what you did, beginning with \u{201C}I\u{201D} rather than \u{201C}we\u{201D}."
        case .result: "Finish with the result, if you can with a number, and with what you learned."
        }
    }
}
