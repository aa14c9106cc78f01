import ArgumentParser
import Records

/// Which part of a long list is wanted.
struct PageOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many to list, 1 to \(PageRequest.limit).", valueName: "count"))
    var limit = 20
    @Option(
        help: ArgumentHelp(
            "Which page of so many, counted from 1; the JSON has the total then.", valueName: "number"))
    var page: Int?
    @Option(
        help: ArgumentHelp(
            "Go on behind the page before, which names this place at its end.", valueName: "place"))
    var after: String?

    private static let mostPages = 1_000_000

    func validate() throws {
        guard (1...PageRequest.limit).contains(limit) else {
            throw ValidationError("--limit \(limit) is outside 1 to \(PageRequest.limit).")
        }
        guard page == nil || after == nil else {
            throw ValidationError("--page and --after exclude each other.")
        }
        if let page, !(1...Self.mostPages).contains(page) {
            throw ValidationError("--page \(page) is outside 1 to \(Self.mostPages).")
        }
    }

    /// The part of the list.
    var request: PageRequest {
        page.map { .skipping(($0 - 1) * limit, count: limit) } ?? .after(after, count: limit)
    }

    /// Whether it is the beginning of the list.
    var isFirst: Bool { page ?? 1 == 1 && after == nil }

    /// Where in the list a part stands, and how to go on; `nil` for a list that is shown as a whole.
    func place<Item>(of found: RecordsPage<Item>) -> String? {
        if let total = found.total {
            let first = ((page ?? 1) - 1) * limit + 1
            return "\(first) to \(first + found.items.count - 1) of \(total)"
        }
        return found.next.map { "There are more: add --after \($0)" }
    }
}
