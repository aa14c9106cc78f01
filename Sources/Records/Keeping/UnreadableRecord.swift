/// Something that is kept and was left out of what is handed out, since it cannot be read.
public struct UnreadableRecord: Sendable, Hashable, Codable {
    /// What it is, for example `interview`.
    public var kind: String
    /// Its number.
    public var number: Int64
    /// Why it cannot be read.
    public var reason: String
}
