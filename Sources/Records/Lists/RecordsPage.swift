/// A part of a list.
public struct RecordsPage<Item: Sendable>: Sendable {
    /// The items.
    public var items: [Item]
    /// How many there are in all; `nil` where only the next place was asked for.
    public var total: Int?
    /// The place behind the last item, for the next page; `nil` at the end of the list.
    public var next: String?

    /// A page.
    public init(items: [Item], total: Int? = nil, next: String? = nil) {
        self.items = items
        self.total = total
        self.next = next
    }

    /// The same page of something else.
    public func map<Other: Sendable, E: Error>(_ change: (Item) throws(E) -> Other) throws(E) -> RecordsPage<
        Other
    > {
        var changed: [Other] = []
        for item in items { changed.append(try change(item)) }
        return RecordsPage<Other>(items: changed, total: total, next: next)
    }
}

extension RecordsPage: Equatable where Item: Equatable {}
