/// What a request may cost; whatever is more ends it with an error.
public struct HTTPLimits: Sendable, Hashable {
    /// How long finding the host, connecting and agreeing on encryption may take together.
    public var connect: Duration
    /// How long one try of the request may take from beginning to end, the redirects included.
    public var whole: Duration
    /// How long sending or receiving may be slower than `stallBytesPerSecond`. Waiting for the first byte of the answer
    /// does not count: a server may think for long, and `whole` limits that.
    public var stall: Duration
    /// The slowest transfer that is not a stall, in bytes a second.
    public var stallBytesPerSecond: Int
    /// The largest body that is taken into memory, in bytes.
    public var bodyBytes: Int
    /// The largest body that is written to a file, in bytes.
    public var fileBytes: Int

    /// The most bytes of the heads of an answer together: many times what servers send.
    static let headBytes = 256 << 10

    /// Limits; left out, those of a request to an interface: 10 s to connect, two minutes in all, 30 s below one byte a
    /// second, 16 MiB in memory and 8 GiB in a file.
    public init(
        connect: Duration = .seconds(10), whole: Duration = .seconds(120), stall: Duration = .seconds(30),
        stallBytesPerSecond: Int = 1, bodyBytes: Int = 16 << 20, fileBytes: Int = 8 << 30
    ) {
        self.connect = connect
        self.whole = whole
        self.stall = stall
        self.stallBytesPerSecond = stallBytesPerSecond
        self.bodyBytes = bodyBytes
        self.fileBytes = fileBytes
    }
}
