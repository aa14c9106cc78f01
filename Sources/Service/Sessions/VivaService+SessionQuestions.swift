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
    /// - Throws: `ServiceError`; `invalid` for an interview that is not there or may not be seen; `conflict` when one is over;
    ///   `notAllowed` for whoever may not write its questions.
    public func add(
        _ questions: [AddedQuestion], for requester: Requester
    ) async throws(ServiceError) -> [SheetQuestion] {
        try await attempt {
            var numbers: [RecordName: RecordName] = [:]
            for name in Set(questions.map(\.interview)) {
                do {
                    let sheet = try await sheet(name, to: .change, for: requester)
                    try requireWriting(in: sheet, for: requester)
                    numbers[name] = .number(sheet.number)
                } catch {
                    guard case .notFound = ServiceError(error) else { throw error }
                    throw ServiceError.invalid(field: "session", reason: "There is no session \(name).")
                }
            }
            // The words of a large bank take long to look at: once for all, and not where nobody needs them.
            let isComplete = questions.allSatisfy { $0.question.saysWhatIsExpected }
            let alike = AlikeQuestions(isComplete ? [] : try await bank(for: requester).questions)
            let added = questions.map {
                AddedQuestion(
                    alike.completing($0.question), to: numbers[$0.interview] ?? $0.interview,
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
                sheets[number] = try await sheet(number, shownTo: requester)
            }
            return kept.compactMap { question in
                sheets[question.interview].map { SheetQuestion(question: question, sheet: $0) }
            }
        }
    }

    /// A question of an interview, planned or put, with its interview.
    ///
    /// - Throws: `ServiceError.notFound` also for one that may not be seen.
    public func question(
        _ number: Int64, for requester: Requester
    ) async throws(ServiceError) -> (question: InterviewQuestion, sheet: InterviewSheet) {
        try await attempt {
            let found = try await sheet(ofQuestion: number, to: .read, for: requester)
            return (found.question, found.sheet)
        }
    }

    /// Changes a question that was not put yet, or its place: all that is asked for or, where that is refused, nothing.
    ///
    /// - Parameter position: its place among those that are no follow-ups, 1 for the first; `nil` for that it has.
    /// - Throws: `ServiceError`; `conflict` when other than its place is to be changed and it was put; `notAllowed` for whoever may not
    ///   write questions of the interview; `busy` when somebody works on it for too long.
    public func rewrite(
        _ number: Int64, position: Int?, for requester: Requester,
        _ change: @escaping @Sendable (inout Question) throws -> Void
    ) async throws(ServiceError) -> SheetQuestion {
        let (question, sheet) = try await question(number, for: requester)
        try await attempt {
            try requireWriting(in: sheet, for: requester)
            var changed = question.question
            try change(&changed)
            let moved = question.isFollowUp || position == sheet.plannedNumber(of: question) ? nil : position
            guard changed != question.question || moved != nil else { return }
            _ = try await waiting {
                try await archive.undisturbed([.number(sheet.number)]) {
                    try await archive.records.changeInterviewQuestion(
                        number, position: moved, at: tools.now, change)
                }
            }
        }
        let now = try await self.question(number, for: requester)
        return SheetQuestion(question: now.question, sheet: now.sheet)
    }

    /// Takes out a question that was not answered yet.
    ///
    /// - Throws: `ServiceError`; `conflict` when it was answered or passed over, or the interview is over; `notAllowed` for whoever may
    ///   not write questions of the interview.
    public func withdrawInterviewQuestion(
        _ number: Int64, for requester: Requester
    ) async throws(ServiceError) {
        try await attempt {
            let (sheet, _) = try await sheet(ofQuestion: number, to: .change, for: requester)
            try requireWriting(in: sheet, for: requester)
            try await waiting {
                try await archive.undisturbed([.number(sheet.number)]) {
                    try await archive.records.withdrawInterviewQuestion(number, at: tools.now)
                }
            }
        }
    }

    /// Refuses whoever may not write the questions of an interview: where others hold it, those who may review it write them, and not whoever
    /// is to answer.
    private func requireWriting(
        in sheet: InterviewSheet, for requester: Requester
    ) throws(ServiceError) {
        let details = sheet.interview.details
        try require(.change, details, name: "\(sheet.number)", for: requester)
        try requireHolder(to: .write, sheet, for: requester)
        guard details.isHeldByOthers else { return }
        guard requester.reaches(details, by: AccessTable.scope(of: requester, .review, .interview)) else {
            throw .notAllowed(reason: HoldersAction.write.refusal(of: sheet.number, details))
        }
    }
}
