public import Delivery
public import Evaluation
public import FoundationEssentials

/// One attempt at an answer. A question that is tried again has several.
public struct Take: Sendable, Hashable, Codable {
    /// What the candidate gave.
    public enum Source: Sendable, Hashable, Codable {
        /// Speech; `recording` is the file's name inside the session folder.
        case spoken(recording: String)
        /// Typed words.
        case typed(text: String)
    }

    /// How far the take has come.
    public enum Progress: Sendable, Hashable, Codable {
        /// On disk, not yet analysed.
        case received
        /// Heard and judged. `analysis` is `nil` for a typed answer, which has no delivery.
        case judged(analysis: AnswerAnalysis?, evaluation: Evaluation)
        /// The analysis failed for this reason; the answer is kept and can be analysed again.
        case failed(reason: String)
    }

    /// 1 for the first attempt at the question.
    public var number: Int
    /// What the candidate gave.
    public var source: Source
    /// When it was given.
    public var receivedAt: Date
    /// How far it has come.
    public var progress: Progress

    /// A take that was just received.
    public init(number: Int, source: Source, receivedAt: Date) {
        self.number = number
        self.source = source
        self.receivedAt = receivedAt
        self.progress = .received
    }

    /// The judgement, once there is one.
    public var evaluation: Evaluation? {
        if case .judged(_, let evaluation) = progress { evaluation } else { nil }
    }

    /// What was heard and how it was delivered, once a spoken answer was analysed.
    public var analysis: AnswerAnalysis? {
        if case .judged(let analysis, _) = progress { analysis } else { nil }
    }
}
