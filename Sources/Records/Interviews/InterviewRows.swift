import Evaluation
import FoundationEssentials
import Interview
import SQL

/// Interviews as rows of three tables, inside a transaction.
struct InterviewRows {
    private let connection: any SQLConnection

    init(_ connection: any SQLConnection) { self.connection = connection }

    // MARK: Reading

    /// - Throws: `RecordsError.notFound`, `damaged`.
    func interview(_ name: RecordName) throws -> KeptInterview {
        guard
            let row = try connection.row(
                """
                SELECT id, revision, body, updated_at, organization_id, candidate_id, interviewer_id, template_id,
                       resume_id FROM interviews WHERE \(name.condition)
                """)
        else { throw RecordsError.notFound(kind: "interview", name: "\(name)") }
        let head = try Self.head(row)
        let number = head.number
        var takes: [Int64: [Take]] = [:]
        for row in try connection.rows(
            "SELECT turn_id, body FROM takes WHERE interview_id = \(number) ORDER BY turn_id, number")
        {
            takes[try row.integer("turn_id"), default: []].append(try Self.value(row, number))
        }
        let turns = try connection.rows(
            "SELECT id, body FROM turns WHERE interview_id = \(number) ORDER BY number"
        ).map { row in
            var turn: Turn = try Self.value(row, number)
            turn.takes = takes[try row.integer("id")] ?? []
            return turn
        }
        return KeptInterview(
            number: number, revision: head.revision, interview: head.interview.with(turns: turns),
            updatedAt: head.updatedAt)
    }

    /// An interview without its turns.
    static func head(_ row: SQLRow) throws -> KeptInterview {
        let number = try row.integer("id")
        var interview: Interview = try value(row, number)
        // What was deleted since is not named any more.
        interview.details.organization = try row.optionalInteger("organization_id")
        interview.details.candidate = try row.optionalInteger("candidate_id")
        interview.details.interviewer = try row.optionalInteger("interviewer_id")
        interview.details.template = try row.optionalInteger("template_id")
        interview.details.resume = try row.optionalInteger("resume_id")
        return KeptInterview(
            number: number, revision: try row.integer("revision"), interview: interview,
            updatedAt: try row.date("updated_at"))
    }

    private static func value<Value: Decodable>(_ row: SQLRow, _ number: Int64) throws -> Value {
        try RecordCoding.value(try row.text("body"), kind: "interview", name: "\(number)")
    }

    // MARK: Writing

    func insert(_ interview: Interview, at date: Date) throws -> KeptInterview {
        let said = try InterviewColumns(interview)
        let columns: [(StaticString, SQLValue)] = [
            ("uuid", interview.id.lowercased().sqlValue), ("revision", .integer(1)),
            ("created_at", interview.createdAt.sqlValue), ("updated_at", date.sqlValue),
        ]
        let number = try connection.oneRow(
            "\(SQLQuery.insert(into: "interviews", columns + said.pairs)) RETURNING id"
        ).integer("id")
        try ParticipantRows(connection).number(interview.details)
        try keepLabels(of: interview, said, number)
        // Nobody notes when a question was put: it has the time of what came before it.
        var before = interview.startedAt ?? interview.createdAt
        for turn in interview.turns {
            try insert(turn, number, at: before)
            before = turn.takes.map(\.receivedAt).reduce(before, max)
        }
        try InterviewQuestionRows(connection).keep(interview, number, at: interview.createdAt)
        return KeptInterview(number: number, revision: 1, interview: interview, updatedAt: date)
    }

    func update(_ interview: Interview, after earlier: KeptInterview, at date: Date) throws -> KeptInterview {
        let number = earlier.number
        guard interview.id == earlier.interview.id else {
            throw RecordsError.invalid(field: "id", reason: "An interview keeps its id.")
        }
        let said = try InterviewColumns(interview)
        let columns: [(StaticString, SQLValue)] = [
            ("revision", .integer(earlier.revision + 1)), ("updated_at", date.sqlValue),
        ]
        // Since a backup was put in the place of the database, another interview may have the number.
        let isSame: SQLQuery = "id = \(number) AND uuid = \(interview.id.lowercased())"
        let changed = try connection.run(
            """
            \(SQLQuery.update("interviews", columns + said.pairs(after: earlier.interview)))
            WHERE \(isSame) AND revision = \(earlier.revision)
            """)
        guard changed == 1 else {
            let isThere = try connection.row("SELECT id FROM interviews WHERE \(isSame)") != nil
            throw isThere
                ? RecordsError.changedMeanwhile(kind: "interview", name: "\(number)")
                : RecordsError.notFound(kind: "interview", name: "\(number)")
        }
        let (details, before) = (interview.details, earlier.interview.details)
        if details.candidate != before.candidate || details.interviewer != before.interviewer {
            try ParticipantRows(connection).number(details)
        }
        if interview.skillNames != earlier.interview.skillNames || interview.tags != earlier.interview.tags {
            try connection.run("DELETE FROM interview_skills WHERE interview_id = \(number)")
            try connection.run("DELETE FROM interview_tags WHERE interview_id = \(number)")
            try keepLabels(of: interview, said, number)
        } else {
            for table in ["interview_skills", "interview_tags"] as [StaticString] {
                try connection.run(
                    "\(SQLQuery.update(table, said.besideLabels)) WHERE interview_id = \(number)")
            }
        }
        let known = Dictionary(earlier.interview.turns.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
        for turn in interview.turns {
            if let old = known[turn.number] {
                if old != turn { try update(turn, after: old, number) }
            } else {
                // To the second, as answers have it.
                try insert(
                    turn, number,
                    at: Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down)))
            }
        }
        for turn in Set(known.keys).subtracting(interview.turns.map(\.number)).sorted() {
            try delete(turn: turn, of: number)
        }
        if QuestionPlace.all(of: interview) != QuestionPlace.all(of: earlier.interview) {
            try InterviewQuestionRows(connection).keep(interview, number, at: date)
        }
        return KeptInterview(
            number: number, revision: earlier.revision + 1, interview: interview, updatedAt: date)
    }

    /// Takes the person who asks out of an interview; of one that cannot be read, out of its columns alone.
    func removeInterviewer(of number: Int64, at date: Date) throws {
        let kept: KeptInterview
        do { kept = try interview(.number(number)) } catch {
            guard RecordsError(error).isDamagedRow else { throw error }
            try connection.run("UPDATE interviews SET interviewer_id = NULL WHERE id = \(number)")
            return
        }
        var interview = kept.interview
        interview.details.interviewer = nil
        _ = try update(interview, after: kept, at: date)
    }

    func keep(_ recordings: [KeptRecording], of number: Int64) throws {
        for recording in recordings {
            try connection.run(
                """
                INSERT INTO recording_files (interview_id, name, recording, bytes)
                VALUES (\(number), \(recording.name), \(recording.address), \(recording.bytes))
                ON CONFLICT (interview_id, name) DO UPDATE SET recording = excluded.recording, bytes = excluded.bytes
                """)
        }
    }

    /// Forgets where recordings are kept.
    func forget(_ recordings: [String], of number: Int64) throws {
        for name in recordings {
            try connection.run(
                "DELETE FROM recording_files WHERE interview_id = \(number) AND name = \(name)")
        }
    }

    private func keepLabels(of interview: Interview, _ said: InterviewColumns, _ number: Int64) throws {
        func keep(_ table: StaticString, _ column: StaticString, _ label: String) throws {
            let columns: [(StaticString, SQLValue)] = [
                ("interview_id", .integer(number)), (column, label.sqlValue),
            ]
            try connection.run(SQLQuery.insert(into: table, columns + said.besideLabels))
        }
        for skill in interview.skillNames { try keep("interview_skills", "skill", skill) }
        for tag in interview.tags { try keep("interview_tags", "tag", tag) }
    }

    private func insert(_ turn: Turn, _ interview: Int64, at date: Date) throws {
        let columns: [(StaticString, SQLValue)] = [
            ("interview_id", .integer(interview)), ("number", turn.number.sqlValue),
            ("question_id", try questionID(of: turn)),
        ]
        let id = try connection.oneRow(
            "\(SQLQuery.insert(into: "turns", columns + TurnColumns(turn).pairs)) RETURNING id"
        ).integer("id")
        try ConversationRows(connection).add(.turn(id), to: interview, at: date)
        try keepTexts(of: turn, id, interview)
        for take in turn.takes { try insert(take, turn, id, interview) }
    }

    private func update(_ turn: Turn, after old: Turn, _ interview: Int64) throws {
        let id = try connection.oneRow(
            "SELECT id FROM turns WHERE interview_id = \(interview) AND number = \(turn.number)"
        ).integer("id")
        try connection.run("\(SQLQuery.update("turns", TurnColumns(turn).pairs)) WHERE id = \(id)")
        let before = Dictionary(old.takes.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
        if turn.takes.count > old.takes.count || turn.chosenTake != old.chosenTake {
            let final = turn.finalTake?.number ?? 0
            try connection.run(
                "UPDATE takes SET is_final = CASE WHEN number = \(final) THEN 1 ELSE 0 END WHERE turn_id = \(id)"
            )
        }
        for take in turn.takes {
            guard let old = before[take.number] else {
                try insert(take, turn, id, interview)
                continue
            }
            guard old != take else { continue }
            let columns = try TakeColumns(take, isFinal: take.number == turn.finalTake?.number).pairs
            try connection.run(
                "\(SQLQuery.update("takes", columns)) WHERE turn_id = \(id) AND number = \(take.number)")
        }
        try keepTexts(of: turn, id, interview)
    }

    /// Deletes a question that was taken back.
    private func delete(turn: Int, of interview: Int64) throws {
        let turns: SQLQuery = "SELECT id FROM turns WHERE interview_id = \(interview) AND number = \(turn)"
        try connection.run(
            "DELETE FROM search_texts WHERE subject = \(SearchSubject.turn.rawValue) AND number IN (\(turns))"
        )
        try connection.run("DELETE FROM turns WHERE interview_id = \(interview) AND number = \(turn)")
    }

    private func insert(_ take: Take, _ turn: Turn, _ turnID: Int64, _ interview: Int64) throws {
        let columns: [(StaticString, SQLValue)] = [
            ("turn_id", .integer(turnID)), ("interview_id", .integer(interview)),
            ("number", take.number.sqlValue),
        ]
        let isFinal = take.number == turn.finalTake?.number
        let id = try connection.oneRow(
            "\(SQLQuery.insert(into: "takes", columns + TakeColumns(take, isFinal: isFinal).pairs)) RETURNING id"
        ).integer("id")
        try ConversationRows(connection).add(.take(id), to: interview, at: take.receivedAt)
    }

    /// What can be found of a question and its last answer: the question, what was said, and what was said about it.
    private func keepTexts(of turn: Turn, _ id: Int64, _ interview: Int64) throws {
        let take = turn.finalTake
        let evaluation = take?.evaluation
        let review = take?.review
        var texts = [turn.text, take?.text, take?.code, evaluation?.narrative, review?.notes].compactMap(
            \.self)
        if let evaluation {
            texts +=
                evaluation.strengths + evaluation.weaknesses + evaluation.missingPoints
                + evaluation.suggestions
        }
        try SearchTexts(connection).put(.turn, id, interview: interview, texts.joined(separator: "\n"))
    }

    /// The question's row, where it stands in a bank of the database.
    private func questionID(of turn: Turn) throws -> SQLValue {
        let row = try connection.row(QuestionRows.row(ofKey: "\(turn.question.id)"))
        return try row?.integer("id").sqlValue ?? .null
    }
}

extension Interview {
    /// The names of its skills, in small letters.
    fileprivate var skillNames: Set<String> {
        Set((plan.preferences.skills?.skills ?? []).map { $0.skill.name.folded })
    }

    /// Its free labels.
    fileprivate var tags: Set<String> { Set(details.tags.map(\.composed)) }
}
