/// Work that is done in the background: its order was accepted, its result comes later.
public struct Job: Sendable, Hashable, Codable {
    /// What is to be done.
    public enum Work: Sendable, Hashable, Codable {
        /// An attempt at a question is heard and judged: the number of the interview, of the question in it, and of the attempt.
        case answer(interview: Int64, turn: Int, take: Int)
        /// A recording in the vault is written down, with the name of the file that it was.
        case transcript(recording: String, fileName: String)
    }

    /// How far it is.
    public enum State: String, Sendable, Hashable, Codable, CaseIterable {
        /// It waits for a worker.
        case waiting
        /// A worker does it.
        case running
        /// It is done.
        case done
        /// It was given up.
        case failed

        /// Whether nothing more will happen.
        public var isOver: Bool { self == .done || self == .failed }
    }

    /// How often a job is begun: when a worker dies over it, it is tried once more.
    public static let limitAttempts = 2

    /// What is to be done.
    public let work: Work
    /// The number of the account that ordered it; `nil` for whoever works alone.
    public let account: Int64?
    /// What was heard, of a transcript.
    public var text: String?
    /// The same with how well it was heard.
    public var heard: HeardSpeech?
    /// The number of the question that an answer belongs to, unique over all interviews, where that is known.
    public var questionNumber: Int64?
    /// The number of the answer, unique over all interviews, where that is known.
    public var answerNumber: Int64?
    /// Whether an answer is heard although it is judged already; otherwise one that was judged meanwhile is left as it is. `nil` is no.
    public var judgesAgain: Bool?

    /// A job.
    public init(_ work: Work, account: Int64?, text: String? = nil) {
        self.work = work
        self.account = account
        self.text = text
    }

    /// The number of the interview it belongs to.
    public var interview: Int64? {
        if case .answer(let interview, _, _) = work { interview } else { nil }
    }

    /// The answer that it hears: the number of the question in its interview, and of the attempt.
    public var answer: (turn: Int, take: Int)? {
        if case .answer(_, let turn, let take) = work { (turn, take) } else { nil }
    }

    /// The address of the recording that it alone names.
    public var recording: String? {
        if case .transcript(let recording, _) = work { recording } else { nil }
    }
}
