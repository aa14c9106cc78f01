/// Why a question bank cannot be made.
public enum QuestionBankError: Error, Sendable, Equatable, CustomStringConvertible {
    /// These names are used by more than one question.
    case duplicateIDs([String])

    /// What was wrong and what to do.
    public var description: String {
        switch self {
        case .duplicateIDs(let ids):
            "More than one question is named \(ids.joined(separator: ", ")): give each its own id."
        }
    }
}
