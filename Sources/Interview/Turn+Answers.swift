public import Evaluation

extension Turn {
    /// Whether it follows up on the answer before.
    public var isFollowUp: Bool { followUp != nil }
    /// Whether there is an answer, judged or not.
    public var isAnswered: Bool { !takes.isEmpty }
    /// The judgement that counts; `nil` when there is none.
    public var evaluation: Evaluation? { finalTake?.evaluation }
    /// The score that counts, 0...100: of the last attempt, a person's before the judge's; `nil` when there is none.
    public var score: Double? { finalTake?.score }
    /// The files of its sound inside the session folder: the question's, then those of the answers.
    public var recordings: [String] { [recording].compactMap(\.self) + takes.compactMap(\.recording) }

    /// An attempt by its number, 1 for the first; `nil` when there is none.
    public func take(_ number: Int) -> Take? { takes.first { $0.number == number } }
}

extension Interview {
    /// A question by its number, 1 for the first, follow-ups counted; `nil` when there is none.
    public func turn(_ number: Int) -> Turn? { turns.first { $0.number == number } }

    /// A question's number for people: "2" for the second question of the plan, "2.1" for the first follow-up to it.
    public func label(of turn: Turn) -> String {
        guard turn.isFollowUp else { return "\(turn.plannedNumber)" }
        let place = turns.count {
            $0.isFollowUp && $0.plannedNumber == turn.plannedNumber && $0.number <= turn.number
        }
        return "\(turn.plannedNumber).\(max(place, 1))"
    }

    /// Whether an answer was given that is not judged yet.
    public var hasWaitingAnswers: Bool { turns.contains { $0.takes.contains(where: \.isWaiting) } }

    /// All files of its sound inside the session folder, in the order of the questions; without those that are not kept any more.
    public var recordings: [String] {
        let forgotten = forgottenRecordings
        return turns.flatMap(\.recordings).filter { !forgotten.contains($0) }
    }
}
