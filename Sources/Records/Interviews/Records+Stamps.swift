import FoundationEssentials
import Interview
import SQL

extension Records {
    /// The stamp of an interview: a few columns, in one reading.
    ///
    /// - Parameters:
    ///   - name: the interview.
    ///   - scores: how many earlier scores a trend looks at.
    /// - Throws: `RecordsError.notFound`, `database`.
    public func stamp(
        of name: RecordName, earlierScores count: Int
    ) async throws(RecordsError) -> InterviewStamp {
        try await read { connection in
            guard
                let row = try connection.row(
                    """
                    SELECT id, uuid, revision, organization_id, candidate_id, interviewer_id, template_id, resume_id,
                           held_at, judging FROM interviews WHERE \(name.condition)
                    """)
            else { throw RecordsError.notFound(kind: "interview", name: "\(name)") }
            let candidate = try row.optionalInteger("candidate_id")
            let interviewer = try row.optionalInteger("interviewer_id")
            let judging = try row.optionalText("judging").flatMap(InterviewJudging.init)
            return InterviewStamp(
                number: try row.integer("id"), id: try row.text("uuid"),
                revision: try row.integer("revision"),
                named: [
                    try row.optionalInteger("organization_id"), candidate, interviewer,
                    try row.optionalInteger("template_id"), try row.optionalInteger("resume_id"),
                ],
                earlierScores: try judging.map {
                    try Self.scores(
                        before: try row.date("held_at"), judged: $0, candidate: candidate, count: count,
                        connection)
                } ?? [],
                accounts: try Self.accountNumbers(
                    ofPeople: Set([candidate, interviewer].compactMap(\.self)), connection))
        }
    }
}
