/// What a model does, and so what its weights and settings look like.
public enum ModelFamily: String, Sendable, Hashable, Codable, CaseIterable {
    /// Speech recognition: OpenAI's Whisper.
    case whisper
    /// The meaning of text: an encoder of Google's BERT, such as all-MiniLM-L6-v2.
    case bert
}
