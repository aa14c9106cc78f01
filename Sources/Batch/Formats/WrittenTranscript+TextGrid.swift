public import Delivery

extension WrittenTranscript {
    /// The transcript as a Praat TextGrid with what was measured: the tiers words, utterances, fillers, pauses and taken back, and the
    /// syllables as points.
    public func textGrid(with analysis: AnswerAnalysis) -> String {
        TextGrid(self, analysis: analysis).text
    }
}
