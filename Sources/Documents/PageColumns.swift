/// Puts a page in the order in which it is read, from text that keeps the places of words (`pdftotext -layout`).
///
/// A page with two columns gives the left one and then the right one; lines across both stay where they are. Years or
/// places at the right edge, and years at the left, are no column: they belong to their lines.
struct PageColumns {
    /// A row of a page.
    private typealias Row = [Character]

    /// Columns lie side by side in so many rows at least.
    private static let fewestSharedRows = 5
    /// The most of the rows that may reach across both columns: a name, a heading.
    private static let mostAcross = 0.2
    /// With more of a side's pieces holding years, it is the edge with the dates.
    private static let mostDated = 0.3
    /// Places further right and rows further down are not searched for columns.
    private static let searchedWidth = 300
    private static let searchedRows = 400

    private let rows: [Row]

    private init(_ page: String) {
        rows = page.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0) }
    }

    /// The text of a page in the order in which it is read.
    static func text(of page: String) -> String {
        let page = PageColumns(page)
        return page.gutter().map(page.split) ?? joined(page.rows)
    }

    private static func joined(_ rows: [Row]) -> String { rows.map(narrowed).joined(separator: "\n") }

    /// A row without the blanks before it, and with wide gaps made narrow.
    private static func narrowed(_ row: Row) -> String {
        var text = ""
        var blanks = 0
        for letter in row {
            if letter == " " {
                blanks += 1
            } else {
                if !text.isEmpty { text += String(repeating: " ", count: min(blanks, 3)) }
                text.append(letter)
                blanks = 0
            }
        }
        return text
    }

    // MARK: Finding

    /// How a row lies to a place where the right column may begin.
    private enum Side { case empty, left, right, both, across }

    private static func side(of row: Row, gutter: Int) -> Side {
        let hasLeft = row.prefix(gutter).contains { $0 != " " }
        guard row.count > gutter else { return hasLeft ? .left : .empty }
        let isOpen = row[gutter - 1] == " " && row[gutter - 2] == " "
        guard isOpen else { return .across }
        return hasLeft ? .both : .right
    }

    /// Where the right column begins; `nil` for a page without columns.
    private func gutter() -> Int? {
        let rows = rows.prefix(Self.searchedRows)
        var starts: [Int: Int] = [:]
        for row in rows {
            for place in row.indices.prefix(Self.searchedWidth).dropFirst(2)
            where row[place] != " " && row[place - 1] == " " && row[place - 2] == " " {
                starts[place, default: 0] += 1
            }
        }
        let places = starts.filter { $0.key >= 4 && $0.value >= Self.fewestSharedRows }.keys.sorted()
        var best: (place: Int, shared: Int)?
        for place in places {
            let sides = rows.map { Self.side(of: $0, gutter: place) }
            let shared = sides.count { $0 == .both }
            let filled = sides.count { $0 != .empty }
            let across = sides.count { $0 == .across }
            guard shared >= Self.fewestSharedRows, shared > best?.shared ?? 0,
                Double(across) <= Self.mostAcross * Double(filled), !isEdgeOfDates(place, sides)
            else { continue }
            best = (place, shared)
        }
        return best?.place
    }

    /// Whether one side holds years for the most part.
    private func isEdgeOfDates(_ gutter: Int, _ sides: [Side]) -> Bool {
        var left = (pieces: 0, dated: 0)
        var right = (pieces: 0, dated: 0)
        for (row, side) in zip(rows, sides) {
            if side == .left || side == .both {
                left.pieces += 1
                if Self.holdsYear(row.prefix(gutter)) { left.dated += 1 }
            }
            if side == .right || side == .both {
                right.pieces += 1
                if Self.holdsYear(row.dropFirst(gutter)) { right.dated += 1 }
            }
        }
        return [left, right].contains { Double($0.dated) > Self.mostDated * Double($0.pieces) }
    }

    /// Whether four digits from 1950 to 2100 stand together.
    static func holdsYear(_ piece: some Collection<Character>) -> Bool {
        piece.split { $0.wholeNumberValue == nil }.contains { digits in
            digits.count == 4
                && (1950...2100).contains(digits.reduce(0) { $0 * 10 + ($1.wholeNumberValue ?? 0) })
        }
    }

    // MARK: Splitting

    private func split(at gutter: Int) -> String {
        var parts: [String] = []
        var left: [Row] = []
        var right: [Row] = []
        func close() {
            for column in [left, right] where column.contains(where: { $0.contains { $0 != " " } }) {
                parts.append(Self.joined(column))
            }
            left = []
            right = []
        }
        for row in rows {
            if Self.side(of: row, gutter: gutter) == .across {
                close()
                parts.append(Self.narrowed(row))
            } else {
                left.append(Array(row.prefix(gutter)))
                right.append(Array(row.dropFirst(gutter)))
            }
        }
        close()
        return parts.joined(separator: "\n\n")
    }
}
