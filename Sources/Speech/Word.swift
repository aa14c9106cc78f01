/// One word as a recogniser heard it.
///
/// Filled pauses that the recogniser knows as words ("um", "uh") are words; its marks for silence, noise and
/// sentence edges are not.
public struct Word: Sendable, Hashable, Codable {
    /// The word in lower case, without a pronunciation mark such as `(2)`.
    public var text: String
    /// Where the word lies in the recording.
    public var time: TimeRange
    /// How sure the recogniser was, 0...1, on its own scale: not calibrated, so not a percentage of anything.
    /// `nil` when the text did not come from a recogniser.
    public var confidence: Double?

    /// A word with its place in the recording.
    public init(text: String, time: TimeRange, confidence: Double? = nil) {
        self.text = text
        self.time = time
        self.confidence = confidence
    }
}
