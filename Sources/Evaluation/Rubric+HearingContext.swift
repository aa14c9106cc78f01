public import Speech

extension Rubric {
    /// What a recogniser may expect of an answer to the question, with further words and names that may come up.
    public func hearingContext(terms: [String] = []) -> HearingContext {
        // A variant in braces names a move of a story, not words that are said.
        let phrases = keyPoints.flatMap { [$0.statement] + $0.variants }.filter { !$0.hasPrefix("{") }
        return HearingContext(
            question: question, sampleAnswers: sampleAnswers, keyPoints: phrases, terms: terms)
    }
}
