/// Says why a question was chosen.
struct ChoiceReason {
    let asked: [AskedQuestion]
    /// The question before.
    let previous: Question?

    /// The reason, as a sentence for the person who is asked.
    func text(_ question: Question, skill: Skill? = nil) -> String {
        sentence(subject(question) + (skill.map { ", for \($0.name)" } ?? ""), question)
    }

    /// The reason for a question about what was weak.
    func text(_ question: Question, weak: WeakChoice) -> String {
        let subject = subject(question)
        if let score = weak.earlierScore {
            return "\(subject), once more, because your earlier answer to it scored \(Self.rounded(score))."
        }
        guard let area = weak.area else { return sentence(subject, question) }
        return
            "\(subject), because answers about \(area.category) scored \(Self.rounded(area.mean)) on the average."
    }

    private func subject(_ question: Question) -> String {
        let generated =
            switch question.origin {
            case nil: ""
            case .template: " generated"
            case .languageModel: " generated (by a language model)"
            }
        return "A\(generated) \(question.level.rawValue) question about \(question.category)"
    }

    private func sentence(_ subject: String, _ question: Question) -> String {
        guard let last = asked.last else { return "\(subject), to begin with." }
        guard let overall = last.overall, overall.isFinite, let previous else {
            return "\(subject), as the last answer has no score."
        }
        let score = Self.rounded(overall)
        if question.level > previous.level, overall >= QuestionChooser.harderFrom {
            return "\(subject): harder, because the last answer scored \(score)."
        }
        if question.level < previous.level, overall < QuestionChooser.easierBelow {
            return "\(subject): easier, because the last answer scored \(score)."
        }
        return "\(subject), after an answer that scored \(score)."
    }

    private static func rounded(_ score: Double) -> Int { Int(min(max(score, 0), 100).rounded()) }
}
