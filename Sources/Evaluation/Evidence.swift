/// Words quoted from an answer.
public struct Evidence: Sendable, Hashable, Codable {
    /// The words as they stand in the answer.
    public var text: String
    /// When the first of them was said, in seconds from the start of the recording; `nil` when it was typed.
    public var timeSeconds: Double?

    /// A quotation.
    public init(text: String, timeSeconds: Double? = nil) {
        self.text = text
        self.timeSeconds = timeSeconds
    }
}
