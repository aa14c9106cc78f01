/// What a text that can be searched belongs to.
public enum SearchSubject: String, Sendable, Hashable, Codable, CaseIterable {
    /// A question that was put, with its last answer and what was said about it.
    case turn
    /// A message of a conversation.
    case message
    /// A question of a bank.
    case question
    /// A resume.
    case resume
}
