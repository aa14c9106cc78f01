public import Evaluation
public import FoundationEssentials

/// What the speaker of an answer says that was said, and what the judge made of it. What was heard stays beside it.
public struct TranscriptCorrection: Sendable, Hashable, Codable {
    /// The answer in the speaker's words.
    public var text: String
    /// When it was corrected.
    public var date: Date
    /// The judgement of the corrected text.
    public var evaluation: Evaluation

    /// A correction that was judged.
    public init(text: String, date: Date, evaluation: Evaluation) {
        self.text = text
        self.date = date
        self.evaluation = evaluation
    }
}
