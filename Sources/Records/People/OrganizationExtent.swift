/// How much belongs to an organization.
public struct OrganizationExtent: Sendable, Hashable, Codable {
    /// How many people.
    public var people: Int
    /// How many interviews.
    public var interviews: Int
    /// How many banks of questions.
    public var banks: Int
    /// How many interview templates.
    public var templates: Int
    /// How many accounts.
    public var accounts: Int
}
