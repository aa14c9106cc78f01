import ArgumentParser
import FoundationEssentials

/// A tab-separated table with a heading line.
struct TabTable {
    /// The columns asked for, in the order asked, of each row.
    var rows: [[String]] = []

    /// Reads the table at `path`; a column of `optional` that it lacks reads as empty.
    init(path: String, columns: [String], optional: [String] = []) throws {
        try self.init(
            text: String(contentsOf: URL(filePath: path), encoding: .utf8), name: path, columns: columns,
            optional: optional)
    }

    /// Reads the text of a table that errors call `name`.
    init(text: String, name: String, columns: [String], optional: [String] = []) throws {
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        let heading = lines.first ?? []
        if let missing = columns.first(where: { !heading.contains($0) }) {
            throw ValidationError("\(name) has no column named \(missing).")
        }
        let places = (columns + optional).map { heading.firstIndex(of: $0) }
        rows = lines.dropFirst().map { line in
            places.map { place in
                guard let place, line.indices.contains(place) else { return "" }
                return line[place]
            }
        }
    }
}
