import SQL

extension Migration {
    /// A list and its total come out of an index alone, whatever it is filtered by: beside each label stands what lists of a
    /// label are filtered by further, and in SQLite each index of a column has the other columns as well.
    static func countedLists(version: Int) -> Migration {
        Migration(version: version, name: "lists are counted in an index") { dialect in
            (dialect == .sqlite ? wideIndices : []) + labels("interview_skills", "skill")
                + labels("interview_tags", "tag")
        }
    }

    /// PostgreSQL puts indices together by itself.
    private static let wideIndices: [SQLQuery] =
        [
            "DROP INDEX interviews_for_labels",
            "CREATE INDEX interviews_by_score ON interviews (overall)",
            "CREATE INDEX interviews_by_mode ON interviews (mode, held_at DESC, id DESC)",
        ]
        // Of indices that seem equally good SQLite takes the one that was made last: the one of the fewest interviews.
        + [
            wide("interviews_by_state", "state", "overall, kind, level, mode, role_folded"),
            wide("interviews_by_kind", "kind", "state, level, mode, role_folded, overall"),
            wide("interviews_by_level", "level", "state, kind, mode, role_folded, overall"),
            wide("interviews_by_role", "role_folded", "state, kind, level, mode, overall"),
            wide(
                "interviews_by_organization", "organization_id",
                "state, kind, level, mode, role_folded, overall"),
            wide(
                "interviews_by_interviewer", "interviewer_id",
                "state, kind, level, mode, role_folded, overall"),
            wide("interviews_by_template", "template_id", "state, overall, kind, level, mode, role_folded"),
            wide("interviews_by_candidate", "candidate_id", "state, kind, level, mode, role_folded, overall"),
        ].flatMap(\.self)

    /// Makes an index of a column anew, in the order of lists, with others behind it.
    private static func wide(_ index: SQLQuery, _ column: SQLQuery, _ others: SQLQuery) -> [SQLQuery] {
        let references = (["template_id", "candidate_id", "interviewer_id", "organization_id"] as [SQLQuery])
            .filter { $0 != column }
        return [
            "DROP INDEX \(index)",
            """
            CREATE INDEX \(index) ON interviews (
                \(column), held_at DESC, id DESC, \(others), \(SQLQuery.joined(references, by: ", ")), waiting_count)
            """,
        ]
    }

    /// What an interview's labels say of it, and an index of each label in the order of lists.
    private static func labels(_ table: SQLQuery, _ label: SQLQuery) -> [SQLQuery] {
        let columns: [(name: SQLQuery, type: SQLQuery)] = [
            ("held_at", "BIGINT NOT NULL DEFAULT 0"), ("state", "TEXT NOT NULL DEFAULT ''"),
            ("kind", "TEXT NOT NULL DEFAULT ''"), ("level", "TEXT NOT NULL DEFAULT ''"),
            ("mode", "TEXT NOT NULL DEFAULT ''"), ("role_folded", "TEXT"),
            ("waiting_count", "BIGINT NOT NULL DEFAULT 0"), ("overall", "DOUBLE PRECISION"),
        ]
        let names = SQLQuery.joined(columns.map(\.name), by: ", ")
        return columns.map { "ALTER TABLE \(table) ADD COLUMN \($0.name) \($0.type)" } + [
            // Other programs write to SQLite without looking at references.
            "DELETE FROM \(table) WHERE interview_id NOT IN (SELECT id FROM interviews)",
            """
            UPDATE \(table) SET (\(names)) = (SELECT \(names) FROM interviews WHERE interviews.id = interview_id)
            """,
            """
            CREATE INDEX \(table)_for_lists ON \(table) (
                \(label), held_at DESC, interview_id DESC, state, kind, level, mode, role_folded, waiting_count, overall)
            """,
        ]
    }
}
