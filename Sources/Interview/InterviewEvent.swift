public import Delivery
public import Evaluation
public import FoundationEssentials

/// Something that happens to an interview from outside.
public enum InterviewEvent: Sendable {
    /// An interview that was planned begins, with what was answered in earlier ones up to now.
    case started(at: Date, history: PracticeHistory? = nil)
    /// It is moved to another time.
    case rescheduled(InterviewSchedule, at: Date)
    /// It is called off before it began.
    case cancelled(reason: String?, at: Date)
    /// The candidate did not come.
    case missed(at: Date)
    /// A question was chosen.
    case chose(question: Question, followUp: FollowUp?, reason: String)
    /// The question was spoken into `recording`, or shown when it could not be spoken (`nil`).
    case asked(recording: String?)
    /// The question at hand is left without an answer, or without the further attempt that was wished for; it may be returned to.
    case passedOver
    /// A question that was put is at hand again: to be answered, or to be answered once more.
    case returned(turn: Int)
    /// An answer is safely on disk.
    case received(
        Take.Source, at: Date, code: String? = nil, timeTakenSeconds: Double? = nil,
        addresses: AnswerAddresses? = nil)
    /// The answer waits for others who hear and judge it, and the interview goes on meanwhile (`Interview.judge`).
    case answerSetAside
    /// The answer was heard and judged.
    case judged(AnswerAnalysis?, Evaluation)
    /// The analysis of the answer failed.
    case analysisFailed(reason: String)
    /// The candidate was shown a hint or a sample answer of the current question; `number` is 1 for the first.
    case helped(AnswerHelp.Kind, number: Int)
    /// The candidate wants to answer the same question again.
    case triedAgain
    /// A failed analysis is to be done once more.
    case retriedAnalysis
    /// The candidate, or the plan, ends the interview.
    case finished(at: Date)
    /// The interview is given up.
    case abandoned(at: Date)

    /// The event in a word or two, for messages.
    var name: String {
        switch self {
        case .started: "a beginning"
        case .rescheduled: "another time"
        case .cancelled: "a cancellation"
        case .missed: "an absence"
        case .chose: "a question"
        case .asked: "a spoken question"
        case .passedOver: "passing over a question"
        case .returned: "a return to a question"
        case .received: "an answer"
        case .answerSetAside: "setting an answer aside"
        case .judged: "a judgement"
        case .analysisFailed: "a failed analysis"
        case .helped: "a hint or a sample answer"
        case .triedAgain: "another attempt"
        case .retriedAnalysis: "another analysis"
        case .finished: "an end"
        case .abandoned: "giving up"
        }
    }
}
