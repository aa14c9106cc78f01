import Signal
import Speech

/// What a reader of a transcript should know about it: what was wrong with the recording, and how far the words can be
/// relied upon.
public struct HearingRemarks: Sendable, Hashable {
    /// From this share of wrong words on a transcript is more wrong than right, and says so.
    static let limitErrorRate = 0.5

    /// What was wrong with the sound, each a sentence or two; empty for a good recording.
    public let sound: [String]
    /// That the words cannot be relied upon, and what an ear that failed did not hear; empty for words that were heard as
    /// the name of the recogniser says.
    public let words: [String]

    /// All of them; empty for a recording that was heard well.
    public var sentences: [String] { sound + words }

    /// The remarks on an answer that was heard.
    public init(_ analysis: AnswerAnalysis) {
        let transcript = analysis.transcript
        var problems = analysis.quality.problems
        // A short recording is no mistake where words were understood.
        if !transcript.words.isEmpty { problems.removeAll { $0 == .almostNoSpeech } }
        sound = problems.map { "\($0.explanation) \($0.advice)" }
        words = Self.reliance(on: transcript) + transcript.remarks
    }

    private static func reliance(on transcript: Transcript) -> [String] {
        guard !transcript.words.isEmpty, let rate = transcript.expectedWordErrorRate, rate >= limitErrorRate
        else { return [] }
        return [
            "About \(Int((rate * 100).rounded())) % of the words are probably wrong: do not rely on this text. "
                + "Speech that is hard to hear, another language than English and music sound like that."
        ]
    }
}
