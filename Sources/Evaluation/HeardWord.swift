/// One word of an answer, as it was heard or typed.
public struct HeardWord: Sendable, Hashable, Codable {
    /// The word.
    public var text: String
    /// When it begins, in seconds from the start of the recording; `nil` when it was typed.
    public var timeSeconds: Double?
    /// When it ends, in seconds from the start of the recording; `nil` when it was typed or is not known.
    public var endSeconds: Double?
    /// How sure the recogniser was, 0...1: the chance that the word is right, when it is calibrated; `nil` when it does
    /// not say.
    public var confidence: Double?

    /// A word of an answer.
    public init(
        text: String, timeSeconds: Double? = nil, endSeconds: Double? = nil, confidence: Double? = nil
    ) {
        self.text = text
        self.timeSeconds = timeSeconds
        self.endSeconds = endSeconds
        self.confidence = confidence
    }
}
