/// How far a download has come.
public struct HTTPProgress: Sendable, Hashable {
    /// The bytes of the body so far.
    public var receivedBytes: Int
    /// The bytes of the whole body; `nil` when the server does not say.
    public var totalBytes: Int?

    /// A download of which `receivedBytes` are there.
    public init(receivedBytes: Int, totalBytes: Int?) {
        self.receivedBytes = receivedBytes
        self.totalBytes = totalBytes
    }
}
