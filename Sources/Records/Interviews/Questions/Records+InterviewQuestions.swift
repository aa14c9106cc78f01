public import FoundationEssentials
public import Interview
import SQL

extension Records {
    /// An interview with all its questions, also those that are only planned.
    ///
    /// - Throws: `RecordsError.notFound`, `damaged`.
    public func sheet(of interview: RecordName) async throws(RecordsError) -> InterviewSheet {
        try await read { try InterviewQuestionRows($0).sheet(interview) }
    }

    /// The interview that a question belongs to, with all its questions.
    ///
    /// - Throws: `RecordsError.notFound`, `damaged`.
    public func sheet(ofQuestion number: Int64) async throws(RecordsError) -> InterviewSheet {
        try await read { connection in
            let rows = InterviewQuestionRows(connection)
            return try rows.sheet(.number(rows.interview(ofQuestion: number)))
        }
    }

    /// Adds a question to those that are settled in an interview.
    ///
    /// - Parameters:
    ///   - question: the question; where its id is taken in the interview, it gets another one.
    ///   - position: its place, 1 for the first; `nil` or one too large for the end.
    /// - Throws: `RecordsError.notFound`; `invalid` for a question that cannot be kept, too many of them, or an interview that chooses
    ///   its questions while it is held; `interview` when it is over.
    @discardableResult
    public func add(
        _ question: Question, toInterview name: RecordName, position: Int? = nil, at date: Date = Date()
    ) async throws(RecordsError) -> InterviewQuestion {
        let added = AddedQuestion(question, to: name, position: position)
        return try await write { try Self.add(added, at: date, $0) }
    }

    /// Adds questions to those that are settled in some interviews: all of them or none.
    ///
    /// - Returns: the questions in the order of `added`, as they stand when all of them are there.
    /// - Throws: as adding one does.
    public func add(
        _ added: [AddedQuestion], at date: Date = Date()
    ) async throws(RecordsError) -> [InterviewQuestion] {
        try await write { connection in
            let numbers = try added.map { try Self.add($0, at: date, connection).number }
            let rows = InterviewQuestionRows(connection)
            var sheets: [Int64: InterviewSheet] = [:]
            return try numbers.map { number in
                let interview = try rows.interview(ofQuestion: number)
                let sheet = try sheets[interview] ?? rows.sheet(.number(interview))
                sheets[interview] = sheet
                guard let question = sheet.question(number) else {
                    throw RecordsError.notFound(kind: "question", name: "\(number)")
                }
                return question
            }
        }
    }

    private static func add(
        _ new: AddedQuestion, at date: Date, _ connection: any SQLConnection
    ) throws -> InterviewQuestion {
        let earlier = try InterviewQuestionRows(connection).sheet(new.interview)
        var questions = try settled(earlier)
        guard questions.count < InterviewPlan.questionCounts.upperBound else {
            throw RecordsError.invalid(
                field: "questions",
                reason: "An interview has at most \(InterviewPlan.questionCounts.upperBound) questions.")
        }
        var added = try checked(new.question)
        added.id = QuestionSlug.unused(added.id, besides: questions.map(\.id))
        let end = questions.count
        questions.insert(added, at: min(max((new.position ?? end + 1) - 1, 0), end))
        let sheet = try settle(questions, in: earlier, at: date, connection)
        guard let kept = sheet.questions.first(where: { $0.question.id == added.id }) else {
            throw RecordsError.notFound(kind: "question", name: added.id)
        }
        return kept
    }

    /// Changes a question that was settled and not put yet, and its place. Its number and its id stay.
    ///
    /// - Parameter position: its place among those that are no follow-ups, 1 for the first, one too large for the end; `nil` for that
    ///   it has. Also one that was put may get another.
    /// - Throws: `RecordsError.notFound`, `invalid`; `interview` when it was put or the interview is over; what `change` throws.
    ///   Nothing is changed then.
    @discardableResult
    public func changeInterviewQuestion(
        _ number: Int64, position: Int? = nil, at date: Date = Date(),
        _ change: @escaping @Sendable (inout Question) throws -> Void = { _ in }
    ) async throws(RecordsError) -> InterviewQuestion {
        try await write { connection in
            let rows = InterviewQuestionRows(connection)
            let earlier = try rows.sheet(.number(rows.interview(ofQuestion: number)))
            var questions = try Self.settled(earlier)
            guard let old = earlier.question(number), !old.isFollowUp,
                let index = questions.firstIndex(where: { $0.id == old.question.id })
            else { throw RecordsError.notFound(kind: "question", name: "\(number)") }
            var changed = questions[index]
            try change(&changed)
            changed.id = old.question.id
            if changed != questions[index] {
                if old.turn != nil { throw InterviewError.wasPut(question: old.text) }
                questions[index] = try Self.checked(changed)
            }
            if let position {
                let moved = questions.remove(at: index)
                questions.insert(moved, at: min(max(position - 1, 0), questions.count))
            }
            let sheet = try Self.settle(questions, in: earlier, at: date, connection)
            guard let kept = sheet.question(number) else {
                throw RecordsError.notFound(kind: "question", name: "\(number)")
            }
            return kept
        }
    }

    /// Takes out a question that was settled and not answered yet; where it was put last, that is taken back.
    ///
    /// - Throws: `RecordsError.notFound`; `interview` when it was answered or passed over, or the interview is over.
    public func withdrawInterviewQuestion(_ number: Int64, at date: Date = Date()) async throws(RecordsError)
    {
        try await write { connection in
            let rows = InterviewQuestionRows(connection)
            let earlier = try rows.sheet(.number(rows.interview(ofQuestion: number)))
            let settled = try Self.settled(earlier)
            guard let old = earlier.question(number) else {
                throw RecordsError.notFound(kind: "question", name: "\(number)")
            }
            var interview = earlier.interview
            if let turn = old.turn { try interview.takeBack(turn: turn.number) }
            try interview.settle(settled.filter { $0.id != old.question.id })
            _ = try InterviewRows(connection).update(interview, after: earlier.kept, at: date)
        }
    }

    private static func checked(_ question: Question) throws(RecordsError) -> Question {
        do throws(InvalidField) { return try question.checked() } catch { throw RecordsError(error) }
    }

    private static func settled(_ sheet: InterviewSheet) throws(RecordsError) -> [Question] {
        guard let questions = sheet.interview.plan.fixed else {
            throw .invalid(
                field: "questions", reason: "The interview chooses its questions while it is held.")
        }
        return questions
    }

    private static func settle(
        _ questions: [Question], in earlier: InterviewSheet, at date: Date, _ connection: any SQLConnection
    ) throws -> InterviewSheet {
        var interview = earlier.interview
        try interview.settle(questions)
        _ = try InterviewRows(connection).update(interview, after: earlier.kept, at: date)
        return try InterviewQuestionRows(connection).sheet(.number(earlier.number))
    }
}
