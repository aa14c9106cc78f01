import Evaluation
import Interview
import Speech

/// A question with all that is known of it, for people.
struct QuestionView {
    let page: Page

    func show(_ question: Question) {
        page.title(question.id)
        page.paragraph(question.text)
        page.space()
        if let spoken = question.spokenText { page.figure("Spoken as", spoken) }
        page.figure("Kind", question.kind.rawValue)
        page.figure("Category", question.category)
        page.figure("Level", question.level.rawValue)
        page.figure("Roles", question.roles.isEmpty ? "every role" : question.roles.joined(separator: ", "))
        page.figure("A good answer takes", "\(TextLayout.number(question.expectedDurationSeconds)) s")
        if !question.tags.isEmpty { page.figure("Tags", question.tags.joined(separator: ", ")) }
        page.heading("What a good answer says")
        for point in question.keyPoints { show(point) }
        for (index, answer) in question.sampleAnswers.enumerated() {
            page.heading(question.sampleAnswers.count == 1 ? "A sample answer" : "Sample answer \(index + 1)")
            page.paragraph(answer)
        }
        list("Hints", question.hints)
        list("Follow-ups", question.followUps.map { "\($0.text) (asks about \($0.keyPointID))" })
        list("What a reviewer scores", question.criteria.map { $0.name + weight($0.weight) })
        page.space()
    }

    private func show(_ point: KeyPoint) {
        page.item("\(point.id): \(point.statement)\(weight(point.weight))", mark: "·")
        guard !point.variants.isEmpty else { return }
        let variants = point.variants.joined(separator: "; ")
        page.item("also said as: \(variants)", mark: " ", style: page.palette.dim)
    }

    private func list(_ heading: String, _ texts: [String]) {
        guard !texts.isEmpty else { return }
        page.heading(heading)
        for text in texts { page.item(text, mark: "·") }
    }

    /// A weight other than the usual one, in brackets.
    private func weight(_ weight: Double) -> String {
        weight == 1
            ? "" : " (counts \(TextLayout.number(weight, places: weight == weight.rounded() ? 0 : 2)))"
    }
}
