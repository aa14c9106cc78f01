public import Evaluation
public import FoundationEssentials
public import Interview
import SQL

/// An interview as a list shows it.
public struct InterviewListing: Sendable, Hashable, Codable {
    /// Its number.
    public var number: Int64
    /// Its id.
    public var id: String
    /// Its title; empty for one that has none.
    public var title: String
    /// What is asked.
    public var kind: QuestionPreferences.Mix
    /// For practice or for real.
    public var mode: InterviewDetails.Mode
    /// How people meet.
    public var medium: InterviewDetails.Medium
    /// The level it begins with.
    public var level: QuestionLevel
    /// The role; `nil` for any.
    public var role: String?
    /// The company.
    public var company: String?
    /// The number of its organization.
    public var organization: Int64?
    /// The number of its candidate.
    public var candidate: Int64?
    /// The number of its interviewer.
    public var interviewer: Int64?
    /// The number of its template.
    public var template: Int64?
    /// Where it stands.
    public var state: InterviewState
    /// When it was planned, or begun where it was not planned.
    public var createdAt: Date
    /// When it was held or is to be.
    public var heldAt: Date
    /// When it is planned for.
    public var scheduledAt: Date?
    /// When it is planned to end.
    public var scheduledEnd: Date?
    /// When it was begun.
    public var startedAt: Date?
    /// When it ended.
    public var endedAt: Date?
    /// How long was worked on it, in seconds (`Interview.activeSeconds`).
    public var durationSeconds: Double?
    /// How many questions are planned.
    public var questionCount: Int
    /// How many questions were answered, follow-ups not counted.
    public var answeredCount: Int
    /// How many answers wait for a person to look at them.
    public var waitingCount: Int
    /// The score, 0...100.
    public var overall: Double?
    /// The score in one word.
    public var label: PerformanceLabel?
    /// The mean score of technical accuracy, 0...100.
    public var technicalAccuracy: Double?
    /// The mean score of communication, 0...100.
    public var communication: Double?
    /// Technical content in stars, 1...5.
    public var technicalStars: Int?
    /// Communication in stars, 1...5.
    public var communicationStars: Int?
    /// Delivery in stars, 1...5.
    public var deliveryStars: Int?

    static let columns: SQLQuery = """
        id, uuid, title, kind, mode, medium, level, role, company, organization_id, candidate_id, interviewer_id,
        template_id, state, created_at, held_at, scheduled_at, scheduled_end, started_at, ended_at, question_count,
        answered_count, waiting_count, duration_seconds, overall, label, technical_accuracy,
        communication, technical_stars, communication_stars, delivery_stars
        """

    init(_ row: SQLRow) throws {
        let name = try row.text("uuid")
        func choice<Choice: RawRepresentable<String>>(_ column: String) throws -> Choice {
            let text = try row.text(column)
            guard let choice = Choice(rawValue: text) else {
                throw RecordsError.damaged(
                    kind: "interview", name: name, reason: "its \(column) is `\(text)`, which is not known")
            }
            return choice
        }
        number = try row.integer("id")
        id = name
        title = try row.text("title")
        kind = try choice("kind")
        mode = try choice("mode")
        medium = try choice("medium")
        level = try choice("level")
        role = try row.optionalText("role")
        company = try row.optionalText("company")
        organization = try row.optionalInteger("organization_id")
        candidate = try row.optionalInteger("candidate_id")
        interviewer = try row.optionalInteger("interviewer_id")
        template = try row.optionalInteger("template_id")
        state = try choice("state")
        createdAt = try row.date("created_at")
        heldAt = try row.date("held_at")
        scheduledAt = try row.optionalDate("scheduled_at")
        scheduledEnd = try row.optionalDate("scheduled_end")
        startedAt = try row.optionalDate("started_at")
        endedAt = try row.optionalDate("ended_at")
        durationSeconds = try row.optionalReal("duration_seconds")
        questionCount = try row.count("question_count")
        answeredCount = try row.count("answered_count")
        waitingCount = try row.count("waiting_count")
        overall = try row.optionalReal("overall")
        label = try row.optionalText("label").flatMap(PerformanceLabel.init(rawValue:))
        technicalAccuracy = try row.optionalReal("technical_accuracy")
        communication = try row.optionalReal("communication")
        technicalStars = try row.optionalInteger("technical_stars").map(Int.init)
        communicationStars = try row.optionalInteger("communication_stars").map(Int.init)
        deliveryStars = try row.optionalInteger("delivery_stars").map(Int.init)
    }
}
