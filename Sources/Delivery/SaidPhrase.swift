public import Speech

/// Words of an answer that are pointed out, with the place where they were said.
public struct SaidPhrase: Sendable, Hashable, Codable {
    /// The words as heard.
    public var text: String
    /// Where they were said.
    public var time: TimeRange

    /// Words said at `time`.
    public init(text: String, time: TimeRange) {
        self.text = text
        self.time = time
    }
}
