/// An interview that was written into a folder.
public struct ExportedInterview: Sendable, Hashable, Codable {
    /// Its number.
    public var number: Int64
    /// The folder.
    public var folder: String
    /// The names of the recordings beside it.
    public var recordings: [String]
    /// The names of recordings that it has and that are kept nowhere.
    public var missing: [String]
}
