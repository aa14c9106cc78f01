/// What a model does, and so what its weights and settings look like.
public enum ModelFamily: String, Sendable, Hashable, Codable, CaseIterable {
    /// Speech recognition: OpenAI's Whisper.
    case whisper
}
