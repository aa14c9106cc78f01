import SQL

extension Records {
    /// A page of the questions of interviews, those of one by their places, those of all by their numbers.
    ///
    /// - Parameters:
    ///   - interview: the number of an interview; `nil` for all.
    ///   - reach: only of the interviews that somebody may see.
    /// - Throws: `RecordsError.invalid` for a place that is none.
    public func interviewQuestions(
        of interview: Int64? = nil, reach: RecordReach? = nil, page: PageRequest
    ) async throws(RecordsError) -> RecordsPage<SheetQuestion> {
        try await read { connection in
            var conditions: [SQLQuery] = []
            if let interview { conditions.append("questions.interview_id = \(interview)") }
            if let reach { conditions.append(reach.condition(of: ["candidate_id", "interviewer_id"])) }
            let rows = InterviewQuestionRows(connection)
            var sheets: [Int64: InterviewSheet] = [:]
            return try ListQuery(
                columns: "questions.id AS number, questions.interview_id AS interview_number",
                source: """
                    interview_questions AS questions JOIN interviews ON interviews.id = questions.interview_id
                    """,
                conditions: conditions, key: interview == nil ? "questions.id" : "questions.position",
                id: "questions.id", isDescending: false
            ).page(page, connection) { row in
                let interview = try row.integer("interview_number")
                let sheet = try sheets[interview] ?? rows.sheet(.number(interview))
                sheets[interview] = sheet
                let number = try row.integer("number")
                guard let question = sheet.question(number) else {
                    throw RecordsError.damaged(
                        kind: "interview", name: "\(interview)", reason: "it lacks its question \(number)")
                }
                return SheetQuestion(question: question, sheet: sheet)
            }
        }
    }
}
