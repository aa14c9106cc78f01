public import Interview

/// Whoever answers says which question, in whatever order.
extension PracticeRoom {
    /// Puts a question that is settled and was not put before; that at hand is passed over unless it was answered.
    ///
    /// - Throws: `InterviewError` while an answer waits to be judged or when the interview is not going on, `ArchiveError` when
    ///   the step cannot be saved.
    public func put(_ question: Question) async throws {
        try await leaveQuestion()
        try await advance(.chose(question: question, followUp: nil, reason: ChoiceReason.planned(question)))
        try await put()
    }

    /// Goes back to a question that was put before: to answer it, or to answer it once more.
    ///
    /// - Throws: `InterviewError.oneTakeOnly` when it is held for real and the answer was heard, `noSuchTurn`; another one while an answer
    ///   waits to be judged or when the interview is not going on; `ArchiveError` when the step cannot be saved.
    public func putAgain(turn number: Int) async throws {
        if interview.phase == .listening, interview.current?.number == number { return }
        try await leaveQuestion()
        try await advance(.returned(turn: number))
        try await put()
    }

    /// Puts the follow-up that the last answer calls for; `nil` when it calls for none.
    ///
    /// - Throws: `ArchiveError` when the step cannot be saved.
    public func putFollowUp() async throws -> Turn? {
        guard interview.followUpDue != nil else { return nil }
        return try await ask()
    }

    /// Leaves a spoken answer to others who hear and judge it.
    func setAnswerAside() async throws {
        guard hearing == .elsewhere, interview.phase == .analysing,
            interview.current?.takes.last?.medium == .spoken
        else { return }
        try await advance(.answerSetAside)
    }

    private func leaveQuestion() async throws {
        // What a program that ended left of an answer is one as far as it goes: nobody comes back to it.
        if interview.phase == .listening { try await recoverAnswer() }
        if hearing == .here, interview.phase == .analysing, interview.current?.takes.last?.medium == .spoken {
            _ = try await judge()
        }
        try await setAnswerAside()
        if interview.phase == .asking || interview.phase == .listening { try await advance(.passedOver) }
    }
}
