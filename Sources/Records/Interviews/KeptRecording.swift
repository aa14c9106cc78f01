/// A recording that an interview names, and where its content is kept.
public struct KeptRecording: Sendable, Hashable {
    /// Its name in the interview, for example `answers/01-1.wav`.
    public var name: String
    /// What its content is called where recordings are kept.
    public var address: String
    /// The length of its content.
    public var bytes: Int

    /// A recording.
    public init(name: String, address: String, bytes: Int) {
        self.name = name
        self.address = address
        self.bytes = bytes
    }
}
