import Evaluation
public import Speech

extension Turn {
    /// What a recogniser may expect of an answer, given the role that is practised for. An answer to a follow-up may
    /// come back to all that belongs to its question.
    public func hearingContext(role: String? = nil) -> HearingContext {
        var context = question.rubric.hearingContext(
            terms: question.tags + [question.category] + (role.map { [$0] } ?? []))
        if let followUp { context.question += " " + followUp.text }
        return context
    }
}
