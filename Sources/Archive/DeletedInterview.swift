/// What went with an interview that was deleted.
public struct DeletedInterview: Sendable, Hashable, Codable {
    /// The number that it had.
    public var number: Int64
    /// The id that it had.
    public var id: String
    /// How many recordings were removed: those that nothing else names.
    public var recordingCount: Int
    /// The name of the session folder that it was taken out of, which still stands; `nil` for one that began in the database.
    public var sessionFolder: String?
}
