import Interview
import Practice

/// Where the answers of an interview come from.
protocol AnswerSource: Sendable {
    /// The questions that can be answered; `nil` for all of the bank.
    var bank: QuestionBank? { get }

    /// How many questions to ask when the user does not say.
    var questionCount: Int { get }

    /// Gives the room an answer to the question; `false` when there will be no more answers.
    func answer(_ turn: Turn, in room: PracticeRoom) async throws -> Bool

    /// What is to happen after an answer was judged, or could not be.
    func decide(after take: Take, in room: PracticeRoom) async throws -> Decision

    /// Says what is left over at the end.
    func finish() async
}

extension AnswerSource {
    var questionCount: Int { 3 }

    func finish() async {}
}

/// What the candidate wants after the feedback.
enum Decision: Sendable {
    case goOn
    case tryAgain
    case end
}
