import Interview

extension InterviewSheet {
    /// The same without what is expected of answers, as whoever answers may see it before it is completed.
    public var withoutExpectations: InterviewSheet {
        InterviewSheet(kept: kept.withoutExpectations, questions: questions.map(\.withoutExpectations))
    }
}

extension KeptInterview {
    /// The same without what is expected of answers.
    public var withoutExpectations: KeptInterview {
        KeptInterview(
            number: number, revision: revision, interview: interview.withoutExpectations,
            updatedAt: updatedAt)
    }
}

extension InterviewQuestion {
    /// The question with its answers as whoever is to answer it may see them.
    public var withoutExpectations: InterviewQuestion {
        InterviewQuestion(
            number: number, interview: interview, position: position, createdAt: createdAt,
            question: question.withoutExpectations, turn: turn?.withoutExpectations, answers: answers)
    }
}
