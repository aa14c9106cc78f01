public import Archive
public import Interview

/// How the parts of a server stand.
public struct ServerHealth: Sendable, Hashable {
    /// The database.
    public var database: DatabaseLook
    /// Its size in bytes, with its log.
    public var databaseBytes: Int
    /// How many recordings interviews name.
    public var recordings: Int
    /// The length of their content in bytes.
    public var recordingBytes: Int
    /// Whether they are encrypted.
    public var isEncrypted: Bool
    /// The free space where they are kept, in bytes; `nil` where the system does not tell.
    public var freeBytes: Int?
    /// How many jobs there are of each state.
    public var jobs: [Job.State: Int]
}
