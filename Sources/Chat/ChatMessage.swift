/// One part of a conversation with a language model.
public struct ChatMessage: Sendable, Hashable {
    /// Who says it.
    public enum Role: String, Sendable, Hashable {
        /// The rules of the conversation.
        case system
        /// Who asks.
        case user
        /// The model.
        case assistant
    }

    /// Who says it.
    public var role: Role
    /// What is said.
    public var text: String

    /// A part of a conversation.
    public init(_ role: Role, _ text: String) {
        self.role = role
        self.text = text
    }
}
