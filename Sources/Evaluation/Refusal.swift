import Language

extension JudgedAnswer {
    /// Whether it is nothing but the words that there is no answer.
    package var isRefusal: Bool { Refusal.isOnlyThat(AnswerText(self)) }
}

/// Recognises that somebody says they have no answer.
enum Refusal {
    /// Whether the answer is nothing but that: it has the words, and fewer than six content words beside them that
    /// could be an answer after all.
    static func isOnlyThat(_ answer: AnswerText) -> Bool {
        if answer.tokens.map(\.text) == ["pass"] { return true }
        guard phrases.contains(where: { answer.contains($0) }) else { return false }
        return answer.contentTerms.count { !ownStems.contains($0.stem) } < 6
    }

    private static let phrases = [
        "do not know", "no idea", "not know the answer", "no answer", "not have an answer", "not sure",
        "no clue",
        "can not answer", "could not say", "can not say", "never heard of", "have not heard of", "skip this",
        "pass on this", "next question", "have to look that up", "have to look it up", "not something i",
        "not worked with",
        "never worked with", "have to pass",
    ].map { $0.split(separator: " ").map(String.init) }

    private static let ownStems = Set(
        [
            "know", "idea", "answer", "sure", "clue", "heard", "skip", "pass", "next", "question", "sorry",
            "honestly",
            "afraid", "moment", "really", "unfortunately", "look", "work", "worked",
        ].map { Term($0).stem })
}
