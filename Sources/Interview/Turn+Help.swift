extension Turn {
    /// What can be shown of one kind, in its order. A follow-up asks something else than its question, so it has none.
    public func helpOffered(_ kind: AnswerHelp.Kind) -> [String] {
        guard followUp == nil else { return [] }
        return switch kind {
        case .hint: question.hints
        case .sampleAnswer: question.sampleAnswers
        }
    }

    /// How much of one kind was shown so far.
    public func shown(_ kind: AnswerHelp.Kind) -> Int { (help ?? []).count { $0.kind == kind } }

    /// That an attempt was made with help, as a sentence; `nil` for one that was made without.
    public func helpRemark(take number: Int) -> String? {
        let shown = (help ?? []).filter { $0.take <= number }
        let parts = AnswerHelp.Kind.allCases.compactMap { kind -> String? in
            let count = shown.count { $0.kind == kind }
            guard count > 0 else { return nil }
            return switch kind {
            case .hint: count == 1 ? "a hint" : "\(count) hints"
            case .sampleAnswer: count == 1 ? "a sample answer" : "\(count) sample answers"
            }
        }
        guard !parts.isEmpty else { return nil }
        return "The answer was given with help: \(parts.joined(separator: " and ")) had been shown."
    }
}
