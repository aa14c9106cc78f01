import Interview
import SQL

/// Which texts somebody may find.
struct SearchScope: Sendable {
    let filter: InterviewFilter
    let subjects: Set<SearchSubject>

    /// Whose things they are, where the filter says so.
    private var person: Int64? { filter.candidate ?? filter.person ?? filter.interviewer }

    /// That a text, as `texts`, is among them; `nil` when none is.
    var condition: SQLQuery? {
        let ways = SearchSubject.allCases.filter(subjects.contains).map { subject -> SQLQuery in
            var conditions: [SQLQuery] = ["texts.subject = \(subject.rawValue)"]
            if let further = further(subject) { conditions.append(further) }
            return "(\(SQLQuery.joined(conditions, by: " AND ")))"
        }
        return ways.isEmpty ? nil : "(\(SQLQuery.joined(ways, by: " OR ")))"
    }

    private func further(_ subject: SearchSubject) -> SQLQuery? {
        switch subject {
        case .turn, .message:
            let conditions = filter.conditions
            guard !conditions.isEmpty else { return nil }
            return """
                texts.interview_id IN (
                    SELECT id FROM interviews WHERE \(SQLQuery.joined(conditions, by: " AND ")))
                """
        case .question:
            var bank: SQLQuery = "1 = 1"
            if person != nil || filter.organization != nil {
                bank = Audience(person: person, organization: filter.organization).condition
            }
            return """
                texts.number IN (SELECT id FROM questions WHERE is_active = 1
                    AND bank_id IN (SELECT id FROM question_banks WHERE \(bank)))
                """
        case .resume:
            var conditions: [SQLQuery] = []
            if let person { conditions.append("person_id = \(person)") }
            if let organization = filter.organization {
                conditions.append(
                    "person_id IN (SELECT id FROM people WHERE organization_id = \(organization))")
            }
            guard !conditions.isEmpty else { return nil }
            return """
                texts.number IN (SELECT id FROM resumes WHERE \(SQLQuery.joined(conditions, by: " AND ")))
                """
        }
    }
}
