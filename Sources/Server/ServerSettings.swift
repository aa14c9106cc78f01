public import Accounts
public import Logging

/// How a server is run.
public struct ServerSettings: Sendable, Hashable {
    /// How lines of the log are written.
    public enum LogFormat: String, Sendable, CaseIterable {
        /// For people: a moment, a level, words, and names with values.
        case text
        /// For programs: one object of JSON.
        case json
    }

    /// The address it listens at; loopback unless told otherwise.
    public var host = "127.0.0.1"
    /// The port; 0 for one that is free.
    public var port = 8000
    /// Names under which it may be asked beside those of loopback and the address it listens at; `*` for every name.
    public var allowedHosts: [String] = []
    /// Origins of web pages that may use it, such as `https://app.example.com`.
    public var corsOrigins: [String] = []
    /// Addresses and networks of proxies that are believed when they say for whom they ask, beside those on this machine.
    public var trustedProxies: [String] = []
    /// How many bytes a body of JSON may have.
    public var limitBodyBytes = 1 << 20
    /// How many bytes an upload may have.
    public var limitUploadBytes = 100 << 20
    /// How long a recording may be, in seconds.
    public var limitRecordingSeconds = 1_800
    /// How many recordings are heard at once, each in a process of its own.
    public var workers = 2
    /// How many recordings may wait to be heard before new ones are refused.
    public var limitJobs = 100
    /// How many bytes the headers of a request may have together.
    public var limitHeaderBytes = 16 << 10
    /// How many connections there may be at once.
    public var limitConnections = 1024
    /// How many requests an address may send in a minute; 0 for any number. Loopback is not counted.
    public var requestsPerMinute = 600
    /// Within how many seconds the whole head of a request must come.
    public var headSeconds = 10
    /// After how many seconds without a byte a connection is closed.
    public var idleSeconds = 60
    /// How many seconds requests that are being answered have when the server is asked to end.
    public var shutdownSeconds = 30
    /// How many live streams there may be at once; 0 for as many as the processors can hear.
    public var liveStreams = 0
    /// For how many seconds a live interview waits for a client whose connection broke off.
    public var liveReconnectSeconds = 60
    /// Whether others than this machine may read the metrics.
    public var metricsAreOpen = false
    /// How lines of the log are written.
    public var logFormat = LogFormat.text
    /// From which level on something is logged.
    public var logLevel = Logger.Level.info
    /// What tokens are signed with; `nil` for a key that the server makes and keeps itself.
    public var secretKey: String?
    /// How accounts are dealt with. Whether somebody may work without one goes by the address.
    public var accounts = AccountSettings()

    /// The usual ones.
    public init() {}
}
