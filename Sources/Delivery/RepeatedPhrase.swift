public import Speech

/// A phrase that comes back again and again in an answer.
public struct RepeatedPhrase: Sendable, Hashable, Codable {
    /// The words as heard.
    public var text: String
    /// How often they were said.
    public var count: Int
    /// Where they were said, in the order of time.
    public var times: [TimeRange]

    /// A phrase said at `times`.
    public init(text: String, times: [TimeRange]) {
        self.text = text
        count = times.count
        self.times = times
    }
}
