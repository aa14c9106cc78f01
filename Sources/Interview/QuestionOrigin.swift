/// What made a question that nobody wrote; it is kept when the question is taken into a bank.
public enum QuestionOrigin: String, Sendable, Hashable, Codable, CaseIterable {
    /// Made from a template for a skill or a role that the bank has little about (`QuestionTemplates`).
    case template
    /// Written by a language model, which `Question.model` names.
    case languageModel
}
