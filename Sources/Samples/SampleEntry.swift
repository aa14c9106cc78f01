/// A sample as it stands in a database.
public struct SampleEntry: Sendable, Hashable, Codable {
    /// What it is.
    public var kind: SampleKind
    /// The number that it has in a new database.
    public var sample: Int
    /// The number that it has in this one.
    public var number: Int64
    /// What it is called.
    public var name: String
    /// Whether it was added just now, and not before.
    public var isNew: Bool
}
