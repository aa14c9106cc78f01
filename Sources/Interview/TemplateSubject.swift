/// What questions are made for from templates.
public struct TemplateSubject: Sendable, Hashable, Codable {
    /// What sort of thing it is.
    public enum Sort: String, Sendable, Hashable, Codable {
        /// Something one can be good at.
        case skill
        /// A job.
        case role
    }

    /// A skill or a role.
    public var sort: Sort
    /// Its name.
    public var name: String

    /// Something that questions are made for.
    public init(_ sort: Sort, _ name: String) {
        self.sort = sort
        self.name = name
    }
}
