public import Delivery
public import Evaluation
public import FoundationEssentials
public import Interview
public import Practice

/// Something that a client of a live interview is told. Times are seconds of the answer.
public enum LiveEvent: Sendable {
    /// A question is put.
    case question(LiveQuestion)
    /// The answer is heard from here on.
    case listening(atSeconds: Double)
    /// The client is back, or the server: so much of the answer is kept, and it goes on from there.
    case resumed(keptSeconds: Double, isListening: Bool)
    /// Something while the answer is being spoken.
    case answer(AnswerEvent)
    /// The candidate speaks while the question is played.
    case bargeIn(atSeconds: Double)
    /// Sound is not taken for a while.
    case paused(atSeconds: Double)
    /// Sound is taken again.
    case continued(atSeconds: Double)
    /// What was heard in the whole answer.
    case final(AnswerAnalysis)
    /// How the answer was delivered.
    case delivery(DeliveryReport)
    /// The scores of the answer.
    case scores(Evaluation)
    /// What the judges say of it.
    case feedback(Evaluation)
    /// Something could not be done; the interview goes on.
    case problem(LiveProblem)
    /// Nothing more comes: the interview is over, or was left (without a summary). So many of its questions have an answer.
    case end(InterviewSummary?, answers: Int)

    /// Whether it is worth nothing when it is late.
    var isPassing: Bool {
        switch self {
        case .answer(.level), .answer(.partial), .answer(.pace): true
        default: false
        }
    }
}

/// A question as it is put live.
public struct LiveQuestion: Sendable, Hashable {
    /// Its number, unique over all interviews.
    public let number: Int64
    /// The number of its turn in the interview.
    public let turn: Int
    /// Its place among the planned questions, 1 for the first; a follow-up has that of its question.
    public let place: Int
    /// How many questions are planned.
    public let count: Int
    /// The words.
    public let text: String
    /// Why it was chosen, for the candidate.
    public let reason: String
    /// Whether it follows up on an answer.
    public let isFollowUp: Bool
    /// The question as it is spoken, a WAV file; `nil` where nothing speaks.
    public let sound: Data?
}

/// Why something was not done.
public struct LiveProblem: Sendable, Hashable {
    /// Its name for programs.
    public let code: Code
    /// Its name for people: what was being done, why it failed and what to do.
    public let detail: String
    /// After how many seconds it may be tried again; `nil` where that does not help.
    public let retryAfterSeconds: Int?

    /// The names for programs.
    public enum Code: String, Sendable, CaseIterable {
        /// All streams are taken.
        case busy
        /// What was sent is not understood.
        case badMessage = "bad_message"
        /// An answer was ended before any sound came.
        case noAudio = "no_audio"
        /// The answer could not be judged; it is kept, and judged another time.
        case notJudged = "not_judged"
        /// It may not be done, or does not fit.
        case refused
        /// Something on the server failed.
        case failed
        /// The client is there from another connection.
        case replaced
    }

    /// A problem.
    public init(_ code: Code, _ detail: String, retryAfterSeconds: Int? = nil) {
        self.code = code
        self.detail = detail
        self.retryAfterSeconds = retryAfterSeconds
    }

    /// What an error is for a client.
    public init(_ error: any Error) {
        let error = ServiceError(error)
        switch error {
        case .busy(let seconds, _), .tooMany(let seconds, _):
            self.init(.busy, error.description, retryAfterSeconds: seconds)
        case .failed: self.init(.failed, error.description)
        default: self.init(.refused, error.description)
        }
    }
}
