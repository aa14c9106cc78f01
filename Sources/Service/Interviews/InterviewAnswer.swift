public import Interview
public import Records

/// An answer in writing.
public struct InterviewAnswer: Sendable, Hashable {
    /// How long it took.
    public enum Time: Sendable, Hashable {
        /// So many seconds, thinking included.
        case seconds(Double)
        /// As long as nothing else happened in the interview.
        case sinceTheLastStep
        /// Nobody knows.
        case unknown
    }

    /// What is done with an answer to a question that was answered before.
    public enum Repetition: Sendable, Hashable {
        /// It is another attempt in practice, and refused in an interview for real.
        case takenInPractice
        /// It is refused.
        case refused
    }

    /// What is done with an answer in an interview that was planned and not begun.
    public enum Beginning: Sendable, Hashable {
        /// It is refused: somebody begins it first.
        case asked
        /// It begins with that.
        case included
    }

    /// The words.
    public var text: String
    /// Code that is given beside them.
    public var code: String?
    /// How long it took.
    public var time: Time
    /// Where others keep its sound or picture; kept as they are and never fetched.
    public var addresses: AnswerAddresses?

    /// An answer.
    public init(
        text: String, code: String? = nil, time: Time = .unknown, addresses: AnswerAddresses? = nil
    ) {
        self.text = text
        self.code = code
        self.time = time
        self.addresses = addresses
    }
}

/// A question that was answered, with what became of the answer.
public struct AnsweredQuestion: Sendable {
    /// The number of the answer, unique over all interviews.
    public let number: Int64
    /// The question with its answers.
    public let question: InterviewQuestion
    /// The answer with its judgement.
    public let take: Take
    /// The interview as it stands now.
    public let sheet: InterviewSheet
}
