public import Evaluation

/// A question as it was put in an interview, with the attempts at answering it.
public struct Turn: Sendable, Hashable, Codable {
    /// 1 for the first question of the interview; follow-ups count as well.
    public var number: Int
    /// 1 for the first question of the plan; a follow-up has the number of its question.
    public var plannedNumber: Int
    /// The question of the bank, as it read then.
    public var question: Question
    /// What is probed, when this is a follow-up to `question`.
    public var followUp: FollowUp?
    /// Why this question was chosen, as a sentence for the candidate.
    public var reason: String
    /// Whether it was put to the candidate, aloud or on the screen.
    public var isPut: Bool
    /// The spoken question's file inside the session folder; `nil` when it was only shown.
    public var recording: String?
    /// The attempts, first to last.
    public var takes: [Take]
    /// The number of the attempt that counts in the place of the last one; `nil` for the last one.
    public var chosenTake: Int?
    /// The help that was shown with it, in the order of time; `nil` for none.
    public var help: [AnswerHelp]?

    /// A question that is about to be asked.
    public init(
        number: Int, plannedNumber: Int, question: Question, followUp: FollowUp? = nil, reason: String
    ) {
        self.number = number
        self.plannedNumber = plannedNumber
        self.question = question
        self.followUp = followUp
        self.reason = reason
        self.isPut = false
        self.recording = nil
        self.takes = []
    }

    /// The least that a good answer to a follow-up is expected to take, in seconds: two or three spoken sentences.
    public static let shortestFollowUpSeconds = 20.0

    /// The words to show.
    public var text: String { followUp?.text ?? question.text }
    /// The words to speak.
    public var spokenText: String { followUp?.text ?? question.spokenText ?? question.text }
    /// Whether its words were made for one answer, of which they may hold some.
    public var isPrivate: Bool { followUp.map { !question.followUps.contains($0) } ?? false }
    /// The attempt that counts: the one that was chosen, else the last one.
    public var finalTake: Take? { chosenTake.flatMap { take($0) } ?? takes.last }

    /// What answers to it are judged by: for a follow-up, the one key point it probes, in a third of the time
    /// and at least `shortestFollowUpSeconds`. The question's sample answers answer another question then. One about a vague
    /// claim has all points of its question, which it may make as well, and the claim that is to become concrete.
    public var rubric: Rubric {
        guard let followUp else { return question.rubric }
        var rubric = question.rubric
        rubric.question = followUp.text
        switch followUp.target {
        case .keyPoint(let id): rubric.keyPoints = rubric.keyPoints.filter { $0.id == id }
        case .claim(let claim): rubric.claim = claim
        }
        rubric.sampleAnswers = []
        rubric.expectedDurationSeconds = max(
            Self.shortestFollowUpSeconds, question.expectedDurationSeconds / 3)
        return rubric
    }
}
