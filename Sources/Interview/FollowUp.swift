/// A further question to ask when an answer left out a point.
public struct FollowUp: Sendable, Hashable, Codable {
    /// The key point it asks about.
    public var keyPointID: String
    /// The question as asked.
    public var text: String

    /// A question about one key point.
    public init(keyPointID: String, text: String) {
        self.keyPointID = keyPointID
        self.text = text
    }
}
