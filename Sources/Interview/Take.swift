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

    /// Code that was given beside the words; `nil` for none.
    public var code: String?
    /// How long the answer took, thinking included, in seconds; `nil` where nobody said.
    public var timeTakenSeconds: Double?
    /// Where others keep its sound or picture; `nil` where nobody said.
    public var addresses: AnswerAddresses?
    /// What its speaker said that was said, first to last; `nil` when nothing was corrected.
    public var corrections: [TranscriptCorrection]?
    /// What a person says about it; `nil` when nobody did.
    public var review: HumanReview?

    /// A take that was just received.
    public init(
        number: Int, source: Source, receivedAt: Date, code: String? = nil, timeTakenSeconds: Double? = nil,
        addresses: AnswerAddresses? = nil
    ) {
        self.number = number
        self.source = source
        self.receivedAt = receivedAt
        self.progress = .received
        self.code = code
        self.timeTakenSeconds = timeTakenSeconds
        self.addresses = addresses
    }

    /// The judgement that counts, once there is one: that of the last correction, else that of what was heard.
    public var evaluation: Evaluation? { corrections?.last?.evaluation ?? heardEvaluation }

    /// The judgement of what was heard or typed, once there is one.
    public var heardEvaluation: Evaluation? {
        if case .judged(_, let evaluation) = progress { evaluation } else { nil }
    }

    /// The score that counts, 0...100: a person's, else the judge's.
    public var score: Double? { review?.score ?? evaluation?.overall }

    /// Whether the judge was unsure of it and no person has looked at it yet.
    public var waitsForReview: Bool { review == nil && evaluation?.needsReview == true }

    /// The words that count: those of the last correction, else those that were typed or heard; `nil` before it was heard.
    public var text: String? { corrections?.last?.text ?? heardText }

    /// What was heard and how it was delivered, once a spoken answer was analysed.
    public var analysis: AnswerAnalysis? {
        if case .judged(let analysis, _) = progress { analysis } else { nil }
    }
}
