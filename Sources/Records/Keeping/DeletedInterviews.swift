/// What was deleted, and what is now nobody's.
public struct DeletedInterviews: Sendable, Hashable, Codable {
    /// How many interviews were deleted.
    public var count: Int
    /// The addresses of recordings and files that nothing names any more, for whoever keeps them to remove.
    public var files: [String]

    /// So many interviews, and files that are nobody's.
    public init(count: Int, files: [String]) {
        self.count = count
        self.files = files
    }
}
