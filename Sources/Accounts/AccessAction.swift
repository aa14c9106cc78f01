/// What somebody may do with a resource.
public enum AccessAction: String, Sendable, Hashable, CaseIterable {
    /// See it, alone and in lists.
    case read
    /// Make one.
    case create
    /// Change it: plan, begin and end an interview, correct a question.
    case change
    /// Take part in it: answer.
    case answer
    /// Say as a person what it is worth.
    case review
    /// Remove it.
    case delete
}
