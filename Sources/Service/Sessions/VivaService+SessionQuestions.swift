public import Accounts
import Archive
public import Interview
public import Records

extension VivaService {
    /// A page of the questions of an interview by their places, or of all interviews that somebody may see by their numbers.
    ///
    /// - Throws: `ServiceError.notFound` for an interview that is not there or may not be seen.
    public func questions(
        of name: RecordName?, page: PageRequest, for requester: Requester
    ) async throws(ServiceError) -> RecordsPage<SheetQuestion> {
        try await attempt {
            let number: Int64? =
                if let name { try await session(name, for: requester).number } else { nil }
            return try await archive.records.interviewQuestions(
                of: number, reach: reach(of: requester, .read, .interview), page: page)
        }
    }

    /// Adds questions to interviews: all of them or none. Where nobody said what is expected of answers, it is what is expected of those
    /// to a question of a bank that asks nearly the same.
    ///
    /// - Throws: `ServiceError`; `invalid` for an interview that is not there or may not be seen; `conflict` when one is over.
    public func add(
        _ questions: [AddedQuestion], for requester: Requester
    ) async throws(ServiceError) -> [SheetQuestion] {
        try await attempt {
            var numbers: [RecordName: RecordName] = [:]
            for name in Set(questions.map(\.interview)) {
                do {
                    numbers[name] = .number(try await sheet(name, to: .change, for: requester).number)
                } catch {
                    guard case .notFound = ServiceError(error) else { throw error }
                    throw ServiceError.invalid(field: "session", reason: "There is no session \(name).")
                }
            }
            let bank = try await self.bank(for: requester).questions
            let added = questions.map {
                AddedQuestion(
                    $0.question.expecting(as: bank), to: numbers[$0.interview] ?? $0.interview,
                    position: $0.position)
            }
            let names = Array(Set(added.map(\.interview)))
            let kept = try await waiting {
                try await archive.undisturbed(names) {
                    try await archive.records.add(added, at: tools.now)
                }
            }
            var sheets: [Int64: InterviewSheet] = [:]
            for number in Set(kept.map(\.interview)) {
                sheets[number] = try await archive.records.sheet(of: .number(number))
            }
            return kept.compactMap { question in
                sheets[question.interview].map { SheetQuestion(question: question, sheet: $0) }
            }
        }
    }

    /// Changes a question that was not put yet, or its place.
    ///
    /// - Parameter position: its place among those that are no follow-ups, 1 for the first; `nil` for that it has.
    /// - Throws: `ServiceError`; `conflict` when other than its place is to be changed and it was put.
    public func rewrite(
        _ number: Int64, position: Int?, for requester: Requester,
        _ change: @escaping @Sendable (inout Question) throws -> Void
    ) async throws(ServiceError) -> SheetQuestion {
        let (question, sheet) = try await question(number, for: requester)
        try await attempt {
            try require(.change, sheet.interview.details, name: "\(sheet.number)", for: requester)
            var changed = question.question
            try change(&changed)
            if changed != question.question {
                _ = try await changeInterviewQuestion(number, for: requester, change)
            }
            if let position, position != sheet.plannedNumber(of: question), !question.isFollowUp {
                var order = sheet.questions.filter { !$0.isFollowUp && $0.number != number }.map(\.number)
                order.insert(number, at: min(max(position - 1, 0), order.count))
                _ = try await reorderQuestions(of: .number(sheet.number), to: order, for: requester)
            }
        }
        let now = try await self.question(number, for: requester)
        return SheetQuestion(question: now.question, sheet: now.sheet)
    }

    /// Takes out a question that was not answered yet.
    ///
    /// - Throws: `ServiceError`; `conflict` when it was answered or passed over, or the interview is over.
    public func withdrawInterviewQuestion(
        _ number: Int64, for requester: Requester
    ) async throws(ServiceError) {
        try await attempt {
            let (sheet, _) = try await sheet(ofQuestion: number, to: .change, for: requester)
            try await waiting {
                try await archive.undisturbed([.number(sheet.number)]) {
                    try await archive.records.withdrawInterviewQuestion(number, at: tools.now)
                }
            }
        }
    }

    /// Whether somebody may see what is expected of answers in an interview: whoever answers may when it is over.
    public func showsExpectations(of interview: Interview, for requester: Requester) -> Bool {
        interview.state.isOver
            || requester.reaches(
                interview.details, by: AccessTable.scope(of: requester, .review, .interview))
    }
}
