/// A file among the recordings.
public struct StoredFile: Sendable, Hashable {
    /// What its content is called.
    public let address: String
    /// The length of its content.
    public let bytes: Int
    /// Whether it is encrypted on the disk.
    public let isEncrypted: Bool
}
