/// A recording as a vault lists it.
public struct StoredRecording: Sendable, Hashable {
    /// What it is called.
    public var id: RecordingID
    /// The length of its content in bytes.
    public var sizeBytes: Int
    /// Whether it is encrypted on the disk.
    public var isEncrypted: Bool

    /// A recording.
    public init(id: RecordingID, sizeBytes: Int, isEncrypted: Bool) {
        self.id = id
        self.sizeBytes = sizeBytes
        self.isEncrypted = isEncrypted
    }
}
