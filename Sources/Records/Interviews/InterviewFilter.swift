public import FoundationEssentials
public import Interview
import SQL

/// Which interviews a list shows; what is `nil` or empty does not matter.
public struct InterviewFilter: Sendable, Hashable {
    /// In one of these states.
    public var states: Set<InterviewState> = []
    /// Of one of these kinds.
    public var kinds: Set<QuestionPreferences.Mix> = []
    /// At this level.
    public var level: QuestionLevel?
    /// At one of these levels.
    public var levels: Set<QuestionLevel> = []
    /// For practice or for real.
    public var mode: InterviewDetails.Mode?
    /// For this role, whatever the case of its letters.
    public var role: String?
    /// Of this candidate.
    public var candidate: Int64?
    /// Only those of no candidate in particular.
    public var isOfNobody = false
    /// Of this interviewer.
    public var interviewer: Int64?
    /// Of a person who is the one or the other.
    public var person: Int64?
    /// Of this organization.
    public var organization: Int64?
    /// Made from this template.
    public var template: Int64?
    /// With this skill, whatever the case of its letters.
    public var skill: String?
    /// Following this resume.
    public var resume: Int64?
    /// Whose title, role, company or people's names hold this, whatever the case of its letters.
    public var text: String?
    /// With this label.
    public var tag: String?
    /// Without this label.
    public var withoutTag: String?
    /// Held at this moment or later.
    public var from: Date?
    /// Held before this moment.
    public var before: Date?
    /// With a score of at least this, 0...100.
    public var leastScore: Double?
    /// Only those with an answer that waits for a person to look at it.
    public var waitsForReview = false
    /// Only those that somebody may see; `nil` for all.
    public var reach: RecordReach?

    /// All interviews.
    public init() {}

    /// What must hold of a row. The plus keeps SQLite from fetching and sorting all that have a label for a page of the newest.
    var conditions: [SQLQuery] { ofColumns + ofLabels.map { "+id IN (\($0))" } }

    /// What must hold of the columns of an interview.
    var ofColumns: [SQLQuery] {
        ofFigures + ofReferences
            + (person.map { ["(candidate_id = \($0) OR interviewer_id = \($0))"] } ?? [])
    }

    /// What must hold of the columns that stand beside a label as well (`InterviewColumns.besideLabels`).
    var ofFigures: [SQLQuery] {
        var conditions: [SQLQuery] = []
        if !states.isEmpty {
            conditions.append("state IN (\(SQLQuery.list(states.map(\.rawValue).sorted())))")
        }
        if !kinds.isEmpty { conditions.append("kind IN (\(SQLQuery.list(kinds.map(\.rawValue).sorted())))") }
        if let level { conditions.append("level = \(level.rawValue)") }
        if !levels.isEmpty {
            conditions.append("level IN (\(SQLQuery.list(levels.map(\.rawValue).sorted())))")
        }
        if let mode { conditions.append("mode = \(mode.rawValue)") }
        if let role { conditions.append("role_folded = \(role.folded)") }
        if let from { conditions.append("held_at >= \(from)") }
        if let before { conditions.append("held_at < \(before)") }
        if let leastScore { conditions.append("overall >= \(leastScore)") }
        if waitsForReview { conditions.append("waiting_count > 0") }
        return conditions
    }

    /// What must hold of the other things that an interview names, but the person who is the one or the other.
    var ofReferences: [SQLQuery] {
        var conditions: [SQLQuery] = []
        if let candidate { conditions.append("candidate_id = \(candidate)") }
        if isOfNobody { conditions.append("candidate_id IS NULL") }
        if let interviewer { conditions.append("interviewer_id = \(interviewer)") }
        if let organization { conditions.append("organization_id = \(organization)") }
        if let template { conditions.append("template_id = \(template)") }
        if let resume { conditions.append("resume_id = \(resume)") }
        if let reach { conditions.append(reach.condition(of: ["candidate_id", "interviewer_id"])) }
        if let withoutTag {
            conditions.append(
                "+id NOT IN (SELECT interview_id FROM interview_tags WHERE tag = \(withoutTag.composed))")
        }
        return conditions
    }

    /// The numbers of the interviews with each label that is asked for.
    var ofLabels: [SQLQuery] { [ofSkill, ofTag, ofText].compactMap(\.self) }

    /// The numbers of the interviews with the text.
    var ofText: SQLQuery? {
        text.map { text in
            let people: SQLQuery = "(SELECT id FROM people WHERE \(LabelColumn.holds(text, in: "searched")))"
            return """
                SELECT id FROM interviews
                WHERE \(LabelColumn.holds(text, asGivenIn: "title")) OR \(LabelColumn.holds(text, asGivenIn: "company"))
                OR \(LabelColumn.holds(text, in: "role_folded"))
                OR candidate_id IN \(people) OR interviewer_id IN \(people)
                """
        }
    }

    /// The numbers of the interviews with the skill.
    var ofSkill: SQLQuery? {
        skill.map { "SELECT interview_id FROM interview_skills WHERE skill = \($0.folded)" }
    }

    /// The numbers of the interviews with the label.
    var ofTag: SQLQuery? {
        tag.map { "SELECT interview_id FROM interview_tags WHERE tag = \($0.composed)" }
    }
}
