public import Evaluation

/// What was heard of a recording that is no answer.
public struct HeardSpeech: Sendable, Hashable, Codable {
    /// The words.
    public var text: String
    /// How long the recording is, in seconds.
    public var durationSeconds: Double
    /// How well it was heard.
    public var hearing: Hearing

    /// Speech that was heard.
    public init(text: String, durationSeconds: Double, hearing: Hearing) {
        self.text = text
        self.durationSeconds = durationSeconds
        self.hearing = hearing
    }
}
