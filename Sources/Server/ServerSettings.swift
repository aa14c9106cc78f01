/// How a server is run.
public struct ServerSettings: Sendable, Hashable {
    /// The address it listens at; loopback unless told otherwise.
    public var host = "127.0.0.1"
    /// The port; 0 for one that is free.
    public var port = 8000
    /// How many bytes a body of JSON may have.
    public var limitBodyBytes = 1 << 20
    /// How many connections there may be at once.
    public var limitConnections = 1024
    /// After how many seconds without a byte a connection is closed.
    public var idleSeconds = 60

    /// The usual ones.
    public init() {}
}
