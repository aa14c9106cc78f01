public import FoundationEssentials
public import Interview

/// An interview as it stands in the database.
public struct KeptInterview: Sendable, Hashable {
    /// Its number, by which people name it.
    public let number: Int64
    /// How often it was changed: whoever changes it says which state the change is of.
    public let revision: Int64
    /// The interview.
    public let interview: Interview
    /// When it was last changed.
    public let updatedAt: Date
}
