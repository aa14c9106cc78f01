import SQL

/// A part of a list.
public struct RecordsPage<Item: Sendable>: Sendable {
    /// The items.
    public var items: [Item]
    /// How many there are in all; `nil` where only the next place was asked for.
    public var total: Int?
    /// The place behind the last item, for the next page; `nil` at the end of the list.
    public var next: String?
    /// What belongs here and is left out, since it cannot be read.
    public var unreadable: [UnreadableRow]

    /// A page.
    public init(
        items: [Item], total: Int? = nil, next: String? = nil, unreadable: [UnreadableRow] = []
    ) {
        self.items = items
        self.total = total
        self.next = next
        self.unreadable = unreadable
    }

    /// A page of a list that has nothing.
    public static func nothing(_ page: PageRequest) -> RecordsPage<Item> {
        guard case .skipping = page else { return RecordsPage(items: []) }
        return RecordsPage(items: [], total: 0)
    }

    /// A page of rows with the column `list_id`, each made into an item.
    init(
        rows: some Sequence<SQLRow>, total: Int? = nil, next: String? = nil, _ item: (SQLRow) throws -> Item
    ) throws {
        self.init(items: [], total: total, next: next)
        for row in rows {
            do { items.append(try item(row)) } catch {
                let error = RecordsError(error)
                guard error.isDamagedRow else { throw error }
                unreadable.append(UnreadableRow(number: try row.integer("list_id"), reason: error.reason))
            }
        }
    }

    /// All pages of a list as one.
    ///
    /// - Parameter page: the page behind a place, `nil` for the first.
    public static func all<E: Error>(
        _ page: (_ place: String?) async throws(E) -> RecordsPage<Item>
    ) async throws(E) -> RecordsPage<Item> {
        var all = RecordsPage(items: [])
        var place: String?
        repeat {
            let next = try await page(place)
            all.items += next.items
            all.unreadable += next.unreadable
            place = next.next
        } while place != nil
        return all
    }

    /// The same page of something else.
    public func map<Other: Sendable, E: Error>(_ change: (Item) throws(E) -> Other) throws(E) -> RecordsPage<
        Other
    > {
        var changed: [Other] = []
        for item in items { changed.append(try change(item)) }
        return RecordsPage<Other>(items: changed, total: total, next: next, unreadable: unreadable)
    }
}

extension RecordsPage: Equatable where Item: Equatable {}
