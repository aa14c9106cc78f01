import Language

/// What one says to have something told.
enum SpokenRequest {
    /// The verbs that interviewers ask for something with.
    private static let verbs: Set<String> = [
        "argue", "assume", "choose", "compare", "consider", "contrast", "convince", "critique", "define",
        "demonstrate", "describe", "design", "discuss", "estimate", "evaluate", "explain", "give", "go",
        "help", "identify", "illustrate", "imagine", "justify", "lead", "list", "name", "outline", "pick",
        "plan", "present", "propose", "recall", "say", "share", "show", "sketch", "state", "suggest",
        "summarise", "summarize", "take", "talk", "teach", "tell", "think", "walk",
    ]

    /// Whether a text ends with a question, or with a sentence that asks for something: "Walk me through it."
    static func isOne(_ text: String) -> Bool {
        guard !text.hasSuffix("?") else { return true }
        guard let last = Sentences.split(text).last?.text else { return false }
        let first = Tokenizer.tokens(in: last).map(\.text).first { $0 != "please" }
        return first.map(verbs.contains) ?? false
    }
}
