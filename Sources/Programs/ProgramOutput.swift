/// What a program left that ended well.
public struct ProgramOutput: Sendable, Hashable {
    /// All that it printed on standard output.
    public var printed: [UInt8]
    /// The end of what it wrote to standard error.
    public var messages: String
}
