import SQL

extension InterviewFilter {
    /// The list of the interviews that fit, newest first.
    func list(_ columns: SQLQuery, _ dialect: SQLDialect) -> ListQuery {
        let register = register(dialect)
        // PostgreSQL knows how many rows each value has and puts indices together.
        let hints = dialect == .sqlite && register == nil && !conditions.isEmpty
        return ListQuery(
            columns: columns, source: hints ? "interviews INDEXED BY \(indexInOrder)" : "interviews",
            conditions: conditions, key: "held_at", register: register,
            counted: hints ? "interviews INDEXED BY \(indexOfFewest)" : nil)
    }

    // MARK: Indices

    /// By itself SQLite takes the index of one of the columns without knowing how many interviews share its value. Each of
    /// these has all that is asked for, in the order of the list for one value: at worst it is read from end to end, as
    /// `interviews_for_lists` would be, and what few share comes first.
    private var indexInOrder: SQLQuery {
        index(
            isByLevel: level != nil || levels.count == 1, isByKind: kinds.count == 1,
            isByState: states.count == 1)
    }

    /// The same without the order, which several values do not have, nor scores.
    private var indexOfFewest: SQLQuery {
        if leastScore != nil, conditions.count == 1 { return "interviews_by_score" }
        return index(
            isByLevel: level != nil || !levels.isEmpty, isByKind: !kinds.isEmpty, isByState: !states.isEmpty)
    }

    private func index(isByLevel: Bool, isByKind: Bool, isByState: Bool) -> SQLQuery {
        if resume != nil { return "interviews_by_resume" }
        if template != nil { return "interviews_by_template" }
        if candidate != nil { return "interviews_by_candidate" }
        if interviewer != nil { return "interviews_by_interviewer" }
        if organization != nil { return "interviews_by_organization" }
        if role != nil { return "interviews_by_role" }
        if isByLevel { return "interviews_by_level" }
        if isByKind { return "interviews_by_kind" }
        if isByState { return "interviews_by_state" }
        if isOfNobody { return "interviews_by_candidate" }
        // It has nothing else, as nearly all interviews share a mode.
        if mode != nil, conditions.count == 1 { return "interviews_by_mode" }
        return waitsForReview ? "interviews_for_review" : "interviews_for_lists"
    }

    // MARK: Registers

    /// What finds the interviews quicker than their table; `nil` where nothing does.
    private func register(_ dialect: SQLDialect) -> ListQuery.Register? {
        if let person { return dialect == .sqlite && resume == nil ? register(of: person) : nil }
        return ofReferences.isEmpty && text == nil ? registerOfLabels : nil
    }

    /// The labels, with what else is asked for beside them.
    private var registerOfLabels: ListQuery.Register? {
        let id: SQLQuery = "interview_id"
        if let tag {
            let skilled = ofSkill.map { ["+\(id) IN (\($0))"] as [SQLQuery] } ?? []
            return ListQuery.Register(
                source: "interview_tags", conditions: ["tag = \(tag.composed)"] + ofFigures + skilled,
                key: "held_at", id: id)
        }
        return skill.map {
            ListQuery.Register(
                source: "interview_skills", conditions: ["skill = \($0.folded)"] + ofFigures,
                key: "held_at", id: id)
        }
    }

    /// The interviews of a person who is the one or the other, out of two indices: for an `OR` SQLite would read rows.
    private func register(of person: Int64) -> ListQuery.Register {
        let columns: SQLQuery = """
            id, held_at, state, kind, level, mode, role_folded, organization_id, template_id, candidate_id, interviewer_id,
            waiting_count, overall
            """
        return ListQuery.Register(
            source: """
                (SELECT \(columns) FROM interviews INDEXED BY interviews_by_candidate WHERE candidate_id = \(person)
                UNION ALL
                SELECT \(columns) FROM interviews INDEXED BY interviews_by_interviewer
                WHERE interviewer_id = \(person) AND (candidate_id <> \(person) OR candidate_id IS NULL)) AS held
                """,
            conditions: ofFigures + ofReferences + ofLabels.map { "+id IN (\($0))" }, key: "held_at", id: "id"
        )
    }
}
