/// What the list of a YAML file is called, and with it what its entries are.
public enum QuestionList: String, Sendable, Hashable, CaseIterable {
    /// Questions to ask.
    case questions
    /// Questions with blanks for a subject (`QuestionTemplates`); those that were read have the origin `.template`.
    case templates

    /// What one of its entries is called: `question` or `template`.
    public var entry: String {
        switch self {
        case .questions: "question"
        case .templates: "template"
        }
    }
}
