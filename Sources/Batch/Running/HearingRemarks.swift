public import Delivery
import Signal
import Speech

/// What a reader of a transcript should know about it: what was wrong with the recording, and how far the words can be
/// relied upon.
public struct HearingRemarks: Sendable, Hashable {
    /// From this share of wrong words on a transcript is more wrong than right, and says so.
    static let limitErrorRate = 0.5

    /// The remarks, each a sentence or two; empty for a recording that was heard well.
    public let sentences: [String]

    /// The remarks on an answer that was heard.
    public init(_ analysis: AnswerAnalysis) {
        let transcript = analysis.transcript
        var problems = analysis.quality.problems
        // A short recording is no mistake where words were understood.
        if !transcript.words.isEmpty { problems.removeAll { $0 == .almostNoSpeech } }
        var sentences = problems.map { "\($0.explanation) \($0.advice)" }
        if !transcript.words.isEmpty, let rate = transcript.expectedWordErrorRate, rate >= Self.limitErrorRate
        {
            sentences.append(
                "About \(Int((rate * 100).rounded())) % of the words are probably wrong: do not rely on this text. "
                    + "Speech that is hard to hear, another language than English and music sound like that.")
        }
        self.sentences = sentences + transcript.remarks
    }
}
