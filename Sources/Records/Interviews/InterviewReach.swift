import SQL

/// Which interviews somebody may have to do with.
public enum InterviewReach: Sendable, Hashable {
    /// None.
    case none
    /// Those of a person, who is the candidate or the interviewer.
    case person(Int64)
    /// Those of an organization, or that are in none (`nil`), and those of a person.
    case organization(Int64?, person: Int64?)

    /// That an interview is one of them.
    var condition: SQLQuery {
        switch self {
        case .none: return "1 = 0"
        case .person(let person): return "(candidate_id = \(person) OR interviewer_id = \(person))"
        case .organization(let organization, let person):
            var ways: [SQLQuery] = [
                organization.map { "organization_id = \($0)" } ?? "organization_id IS NULL"
            ]
            if let person { ways += ["candidate_id = \(person)", "interviewer_id = \(person)"] }
            return "(\(SQLQuery.joined(ways, by: " OR ")))"
        }
    }
}
