/// What somebody may do with a resource.
public enum AccessAction: String, Sendable, Hashable, CaseIterable {
    /// See it, alone and in lists.
    case read
    /// Make one.
    case create
    /// Change it: plan an interview, correct a question.
    case change
    /// Take part in it: start it, answer, end it.
    case answer
    /// Say as a person what it is worth.
    case review
    /// Remove it.
    case delete
}
