import Recognition

/// The words that were heard laid beside those that were said, with the fewest errors.
///
/// Levenshtein distance as in `WordErrorRate`, over a lattice: each place between two words of the spine has a row, the
/// best over the edges that end there.
struct WordAlignment {
    /// Words of the spine that were heard right.
    struct Match: Equatable {
        /// The words of the spine.
        var said: Range<Int>
        /// The words that were heard.
        var heard: Range<Int>
    }

    /// The errors, and the words of the spine they are counted against.
    let rate: WordErrorRate
    /// What was heard right, in order.
    let matches: [Match]

    private struct Cell {
        var substitutions: Int32 = 0
        var deletions: Int32 = 0
        var insertions: Int32 = 0
        /// The edge that ends here.
        var edge: Int32 = -1
        /// How many words had been heard where the edge begins.
        var start: Int32 = 0

        var errors: Int32 { substitutions + deletions + insertions }
    }

    /// Aligns what was heard with a lattice.
    init(_ lattice: ReferenceLattice, heard: [String]) {
        var arriving: [[Int]] = Array(repeating: [], count: lattice.spine.count + 1)
        for (number, edge) in lattice.edges.enumerated() { arriving[edge.places.upperBound].append(number) }
        var rows = [(0...heard.count).map { Cell(insertions: Int32($0)) }]
        for edges in arriving.dropFirst() {
            var best: [Cell] = []
            for number in edges {
                let edge = lattice.edges[number]
                let row = Self.row(over: edge, number: number, from: rows[edge.places.lowerBound], heard)
                best = best.isEmpty ? row : zip(best, row).map { $1.errors < $0.errors ? $1 : $0 }
            }
            rows.append(best)
        }
        let end = rows[lattice.spine.count][heard.count]
        rate = WordErrorRate(
            substitutions: Int(end.substitutions), deletions: Int(end.deletions),
            insertions: Int(end.insertions), referenceWords: lattice.spine.count)
        matches = Self.matches(rows, lattice, heard)
    }

    private static func row(
        over edge: ReferenceLattice.Edge, number: Int, from start: [Cell], _ heard: [String]
    ) -> [Cell] {
        var row = start
        for column in row.indices {
            row[column].edge = Int32(number)
            row[column].start = Int32(column)
        }
        for word in edge.words {
            var next = row
            next[0].deletions += 1
            for (column, other) in heard.enumerated() {
                var best = row[column]
                if word != other {
                    best.substitutions += 1
                    var (missed, added) = (row[column + 1], next[column])
                    missed.deletions += 1
                    added.insertions += 1
                    if missed.errors < best.errors { best = missed }
                    if added.errors < best.errors { best = added }
                }
                next[column + 1] = best
            }
            row = next
        }
        return row
    }

    /// Goes back from the end. An edge counts as heard right when its words stand in a row among those heard there.
    private static func matches(
        _ rows: [[Cell]], _ lattice: ReferenceLattice, _ heard: [String]
    ) -> [Match] {
        var matches: [Match] = []
        var (place, column) = (lattice.spine.count, heard.count)
        while place > 0 {
            let cell = rows[place][column]
            let edge = lattice.edges[Int(cell.edge)]
            let span = Int(cell.start)..<column
            // The last such place: words that nobody said come before it, where the distance puts them.
            let first = span.last { heard[$0..<span.upperBound].starts(with: edge.words) }
            if let first {
                matches.append(Match(said: edge.places, heard: first..<first + edge.words.count))
            }
            (place, column) = (edge.places.lowerBound, span.lowerBound)
        }
        return matches.reversed()
    }
}
