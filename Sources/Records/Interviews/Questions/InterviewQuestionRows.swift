import FoundationEssentials
import Interview
import SQL

/// The questions of interviews as rows, inside a transaction.
struct InterviewQuestionRows {
    private struct Row {
        var number: Int64
        var position: Int
        var createdAt: Date?
        var place: QuestionPlace
    }

    private let connection: any SQLConnection

    init(_ connection: any SQLConnection) { self.connection = connection }

    /// Brings the rows of an interview in line with it; a question keeps its row when it is put or moved.
    ///
    /// - Parameter date: when those that are new were settled or put.
    func keep(_ interview: Interview, _ number: Int64, at date: Date) throws {
        var old = try rows(of: number)
        for (index, place) in QuestionPlace.all(of: interview).enumerated() {
            let position = index + 1
            let known =
                old.firstIndex { $0.place.turn != nil && $0.place.turn == place.turn }
                ?? old.firstIndex {
                    $0.place.turn == nil && !place.isFollowUp && $0.place.key == place.key
                }
            guard let known else {
                try connection.run(
                    """
                    INSERT INTO interview_questions (interview_id, position, key, turn, is_follow_up, created_at)
                    VALUES (\(number), \(position), \(place.key), \(place.turn.sqlValue), \(place.isFollowUp), \(date))
                    """)
                continue
            }
            let row = old.remove(at: known)
            guard row.place != place || row.position != position else { continue }
            try connection.run(
                """
                UPDATE interview_questions SET position = \(position), key = \(place.key), turn = \(place.turn.sqlValue),
                    is_follow_up = \(place.isFollowUp)
                WHERE id = \(row.number)
                """)
        }
        for row in old { try connection.run("DELETE FROM interview_questions WHERE id = \(row.number)") }
    }

    /// An interview with its questions.
    ///
    /// - Throws: `RecordsError.notFound`, `damaged`.
    func sheet(_ name: RecordName) throws -> InterviewSheet {
        let kept = try InterviewRows(connection).interview(name)
        let interview = kept.interview
        var answers: [Int: [Int64]] = [:]
        for row in try connection.rows(
            """
            SELECT takes.id AS id, turns.number AS turn FROM takes JOIN turns ON turns.id = takes.turn_id
            WHERE takes.interview_id = \(kept.number) ORDER BY turns.number, takes.number
            """)
        {
            answers[try row.count("turn"), default: []].append(try row.integer("id"))
        }
        let turns = Dictionary(interview.turns.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
        let fixed = Dictionary(
            (interview.plan.fixed ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let questions = try rows(of: kept.number).compactMap { row -> InterviewQuestion? in
            let turn = row.place.turn.flatMap { turns[$0] }
            guard let question = turn?.question ?? fixed[row.place.key] else { return nil }
            return InterviewQuestion(
                number: row.number, interview: kept.number, position: row.position, createdAt: row.createdAt,
                question: question, turn: turn, answers: turn.flatMap { answers[$0.number] } ?? [])
        }
        return InterviewSheet(kept: kept, questions: questions)
    }

    /// The number of the interview that a question belongs to.
    ///
    /// - Throws: `RecordsError.notFound`.
    func interview(ofQuestion number: Int64) throws -> Int64 {
        guard
            let row = try connection.row(
                "SELECT interview_id FROM interview_questions WHERE id = \(number)")
        else { throw RecordsError.notFound(kind: "question", name: "\(number)") }
        return try row.integer("interview_id")
    }

    private func rows(of number: Int64) throws -> [Row] {
        try connection.rows(
            """
            SELECT id, position, key, turn, is_follow_up, created_at FROM interview_questions
            WHERE interview_id = \(number) ORDER BY position, id
            """
        ).map { row in
            Row(
                number: try row.integer("id"), position: try row.count("position"),
                createdAt: try row.optionalDate("created_at"),
                place: QuestionPlace(
                    key: try row.text("key"), turn: try row.optionalInteger("turn").map(Int.init),
                    isFollowUp: try row.flag("is_follow_up")))
        }
    }
}
