import Speech

/// What a model is shown as if it had been said before: terms, key points and the question. It spells words as they stand
/// there, and expects them.
struct WhisperPrompt: Sendable {
    let context: HearingContext

    /// The tokens; the last ones count most, and the model drops those that are too many from the front.
    func tokens(vocabulary: ByteLevelVocabulary) -> [Int] {
        let texts = [
            context.sampleAnswers.first ?? "", context.keyPoints.joined(separator: " "), terms,
            context.question,
        ]
        let text = texts.filter { !$0.isEmpty }.joined(separator: " ")
        return text.isEmpty ? [] : vocabulary.tokens(of: " " + text)
    }

    private var terms: String { context.terms.isEmpty ? "" : context.terms.joined(separator: ", ") + "." }
}
