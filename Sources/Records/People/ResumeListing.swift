public import FoundationEssentials
import SQL

/// A resume as a list shows it, without its text.
public struct ResumeListing: Sendable, Hashable, Codable {
    /// Its number.
    public var number: Int64
    /// Its id.
    public var id: String
    /// The name of the file without its folders.
    public var fileName: String
    /// The number of the person whose it is; `nil` for nobody.
    public var person: Int64?
    /// The number of that person's organization.
    public var organization: Int64?
    /// The address of its file; `nil` where none is kept.
    public var file: String?
    /// How many interviews follow it.
    public var interviews: Int
    /// When it was first kept.
    public var createdAt: Date

    static let columns: SQLQuery = """
        resumes.id AS id, resumes.uuid AS uuid, resumes.file_name AS file_name, resumes.person_id AS person_id,
        people.organization_id AS organization_id, resumes.recording AS recording, resumes.created_at AS created_at,
        (SELECT COUNT(*) FROM interviews WHERE interviews.resume_id = resumes.id) AS interviews
        """

    static let source: SQLQuery = "resumes LEFT JOIN people ON people.id = resumes.person_id"

    init(_ row: SQLRow) throws {
        number = try row.integer("id")
        id = try row.text("uuid")
        fileName = try row.text("file_name")
        person = try row.optionalInteger("person_id")
        organization = try row.optionalInteger("organization_id")
        file = try row.optionalText("recording")
        interviews = try row.count("interviews")
        createdAt = try row.date("created_at")
    }
}
