/// Where others keep the sound or the picture of an answer. They are kept as they were said and never fetched.
public struct AnswerAddresses: Sendable, Hashable, Codable {
    /// The address of its sound.
    public var audio: String?
    /// The address of its picture.
    public var video: String?

    /// Addresses; `nil` when there is none.
    public init?(audio: String?, video: String?) {
        guard audio != nil || video != nil else { return nil }
        self.audio = audio
        self.video = video
    }
}
