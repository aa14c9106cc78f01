import Evaluation

extension FollowUp {
    /// A question about a vague claim, in the words of who made it.
    init(claim: VagueClaim, to kind: QuestionKind) {
        self.init(
            target: .claim(claim),
            text: "You said \u{201C}\(claim.evidence.text)\u{201D}. \(Self.question(claim.sort, kind))")
    }

    private static func question(_ sort: VagueClaim.Sort, _ kind: QuestionKind) -> String {
        switch (sort, kind) {
        case (.change, .technical), (.change, .systemDesign), (.change, .coding):
            "How much, and why is that so?"
        case (.change, .situational): "How much, and how would you measure it?"
        case (.change, _): "How much, and how did you measure it?"
        case (.success, .technical), (.success, .systemDesign), (.success, .coding):
            "How can one tell, for example by which figure?"
        case (.success, .situational): "By what would you know that it went well?"
        case (.success, _): "By what could you tell that it went well?"
        case (.action, .situational): "What would you do yourself, step by step?"
        case (.action, _): "What did you do yourself, step by step?"
        case (.generality, .situational): "Which ones, for example, and what would each be for?"
        case (.generality, _): "Which ones, for example, and what was each for?"
        }
    }
}
