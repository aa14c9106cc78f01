import SQL

/// A recording that an interview names, with whose it is.
public struct RecordingListing: Sendable, Hashable, Codable {
    /// The number of the interview.
    public var interview: Int64
    /// Its place among the recordings of the interview, 1 for the first.
    public var place: Int
    /// Its name in the interview, for example `answers/01-1.wav`.
    public var name: String
    /// What its content is called where recordings are kept.
    public var address: String
    /// The length of its content.
    public var bytes: Int
    /// The number of the person who answers in the interview.
    public var candidate: Int64?
    /// The number of the interview's organization.
    public var organization: Int64?

    static let columns: SQLQuery =
        "interview_id, place, name, recording, bytes, candidate_id, organization_id"

    /// Places are numbers that lists are paged by.
    static let source: SQLQuery = """
        (SELECT recording_files.interview_id AS interview_id,
                ROW_NUMBER() OVER (PARTITION BY recording_files.interview_id ORDER BY recording_files.name) AS place,
                recording_files.name AS name, recording_files.recording AS recording, recording_files.bytes AS bytes,
                interviews.candidate_id AS candidate_id, interviews.interviewer_id AS interviewer_id,
                interviews.organization_id AS organization_id, interviews.title AS title
         FROM recording_files JOIN interviews ON interviews.id = recording_files.interview_id) AS files
        """

    init(_ row: SQLRow) throws {
        interview = try row.integer("interview_id")
        place = try row.count("place")
        name = try row.text("name")
        address = try row.text("recording")
        bytes = try row.count("bytes")
        candidate = try row.optionalInteger("candidate_id")
        organization = try row.optionalInteger("organization_id")
    }
}
