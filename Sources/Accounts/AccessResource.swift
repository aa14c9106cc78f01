/// What somebody with an account may have to do with.
public enum AccessResource: String, Sendable, Hashable, Codable, CaseIterable {
    /// Interviews with their questions, answers, recordings and conversations.
    case interview
    /// Templates of interviews.
    case template
    /// Banks with their questions.
    case bank
    /// Candidates, interviewers and everybody else.
    case person
    /// Organisations.
    case organization
    /// Resumes.
    case resume
    /// Reports on interviews.
    case report
    /// Accounts and invitations.
    case account
    /// The log of what was done.
    case audit
}
