/// Where a question that is in no bank comes from.
public enum QuestionOrigin: String, Sendable, Hashable, Codable {
    /// Made from a template for a skill or a role that the bank has little about (`QuestionTemplates`).
    case template
    /// Written by a language model, which `Question.model` names.
    case languageModel
}
