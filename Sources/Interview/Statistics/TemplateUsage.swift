public import FoundationEssentials

/// How much a template is used.
public struct TemplateUsage: Sendable, Hashable, Codable {
    /// The template's number.
    public var template: Int64
    /// Its title.
    public var title: String
    /// How many interviews were made from it.
    public var interviews: Int
    /// How many of them were completed.
    public var completed: Int
    /// The mean score of the completed ones, 0...100; `nil` when none has a score.
    public var meanOverall: Double?
    /// When the last of them was held or is to be.
    public var lastUsed: Date

    /// How much a template is used.
    public init(
        template: Int64, title: String, interviews: Int, completed: Int, meanOverall: Double?, lastUsed: Date
    ) {
        self.template = template
        self.title = title
        self.interviews = interviews
        self.completed = completed
        self.meanOverall = meanOverall
        self.lastUsed = lastUsed
    }
}
