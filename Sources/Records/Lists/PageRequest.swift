/// Which part of a list is wanted.
public enum PageRequest: Sendable, Hashable {
    /// The most items of one page.
    public static let limit = 500

    /// So many items behind a place that an earlier page named (`RecordsPage.next`); `nil` for the beginning. A page
    /// takes as long at the end of a list as at its beginning.
    case after(String?, count: Int)
    /// So many items after leaving out some, with the total.
    case skipping(Int, count: Int)

    /// The first so many items, without the total.
    public static func first(_ count: Int) -> PageRequest { .after(nil, count: count) }

    /// How many items, 1...`limit`.
    public var count: Int {
        switch self {
        case .after(_, let count), .skipping(_, let count): min(max(count, 1), Self.limit)
        }
    }
}
