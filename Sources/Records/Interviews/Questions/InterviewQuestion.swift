public import FoundationEssentials
public import Interview

/// A question of an interview, planned or put, with the number that it keeps.
public struct InterviewQuestion: Sendable, Hashable {
    /// Its number, unique over all interviews and never given twice.
    public let number: Int64
    /// The number of the interview.
    public let interview: Int64
    /// Its place in the interview, 1 for the first; follow-ups stand behind what they follow up on and count.
    public let position: Int
    /// When it was settled, or put where it was not settled before; `nil` where that was not noted.
    public let createdAt: Date?
    /// The question, as it was settled or as it read when it was put.
    public let question: Question
    /// How it was put, with the answers; `nil` for one that is only planned.
    public let turn: Turn?
    /// The numbers of the answers to it, unique over all interviews, first to last.
    public let answers: [Int64]

    /// The number of the answer that counts; `nil` when there is none.
    public var finalAnswer: Int64? { (turn?.finalTake).flatMap { answer(take: $0.number) } }

    /// The number of an attempt at it, unique over all interviews; `nil` when there is none.
    public func answer(take number: Int) -> Int64? {
        guard let place = turn?.takes.firstIndex(where: { $0.number == number }),
            answers.indices.contains(place)
        else { return nil }
        return answers[place]
    }

    /// The words to show.
    public var text: String { turn?.text ?? question.text }
    /// Whether it follows up on an answer.
    public var isFollowUp: Bool { turn?.isFollowUp ?? false }
    /// Whether there is an answer, judged or not.
    public var isAnswered: Bool { turn?.isAnswered ?? false }

    /// The same with other contents of the question.
    public func with(_ question: Question) -> InterviewQuestion {
        InterviewQuestion(
            number: number, interview: interview, position: position, createdAt: createdAt,
            question: question, turn: turn, answers: answers)
    }
}
