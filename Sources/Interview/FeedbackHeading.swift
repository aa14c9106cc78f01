import Evaluation

/// What the parts of an interview's feedback are called.
package enum FeedbackHeading {
    /// Over what went well.
    package static let strengths = "What went well"
    /// Over what to work on.
    package static let areas = "What to work on"
    /// Over how to prepare for the next interview.
    package static let tips = "How to prepare"
    /// Over what to study.
    package static let resources = "To study"
    /// Over points that were missed, where there is no feedback.
    package static let missed = "Worth another look"

    /// Over the steps of a plan.
    package static func plan(_ plan: PracticePlan) -> String {
        "Plan for the next days, \(plan.minutes) minutes in all"
    }
}

extension FeedbackStatement {
    /// The sentence with its quotation and the answers it rests on, by their names.
    package func line(_ names: AnswerNames) -> String {
        text + (quote.map { " – " + $0.quotation() } ?? "") + " (\(names.of(answers)))"
    }
}

extension PracticePlan.Step {
    /// The task with what it is about and how long it takes.
    package var line: String {
        task + (categories.isEmpty ? "" : " [\(categories.joined(separator: ", "))]") + " (\(minutes) min)"
    }
}
