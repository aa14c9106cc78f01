import Evaluation

/// A question with a blank for its subject: `{subject}` stands for the name, `{a subject}` for the name with its article.
struct QuestionTemplate: Sendable {
    /// Its name, which ends the id of its questions.
    var name: String
    var text: String
    var kind: QuestionKind
    var level: QuestionLevel
    var keyPoints: [KeyPoint]
    var hints: [String]
    /// Further questions by the key point they ask about.
    var followUps: [FollowUp]
    var criteria: [Criterion]
    /// How long a good spoken answer takes, in seconds.
    var seconds: Double

    /// The question about a subject.
    func question(about subject: TemplateSubject) -> Question {
        Question(
            id: "\(subject.idPrefix)-\(name)", text: filled(text, subject), kind: kind,
            category: subject.name, level: level, roles: subject.sort == .role ? [subject.name] : [],
            keyPoints: keyPoints, criteria: criteria, hints: hints.map { filled($0, subject) },
            followUps: followUps.map { FollowUp(target: $0.target, text: filled($0.text, subject)) },
            expectedDurationSeconds: seconds, tags: ["generated", subject.name], origin: .template)
    }

    private func filled(_ text: String, _ subject: TemplateSubject) -> String {
        let article = subject.name.first.map { "AEIOUaeiou".contains($0) } ?? false ? "an" : "a"
        return text.replacing("{a subject}", with: "\(article) \(subject.name)")
            .replacing("{subject}", with: subject.name)
    }
}

extension KeyPoint {
    /// A point of a template.
    init(_ id: String, _ statement: String, weight: Double = 1, said variants: [String]) {
        self.init(id: id, statement: statement, variants: variants, weight: weight)
    }
}
