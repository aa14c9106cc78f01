/// How far apart two words are.
enum EditDistance {
    /// How many letters must be put in, taken out, replaced, or exchanged with their neighbour to make one word of the
    /// other (the restricted distance of Damerau and Levenshtein).
    static func between(_ one: String, _ other: String) -> Int {
        let (one, other) = (Array(one), Array(other))
        var before: [Int] = []
        var previous = Array(0...other.count)
        for row in one.indices {
            var current = [row + 1]
            for column in other.indices {
                let change = previous[column] + (one[row] == other[column] ? 0 : 1)
                var least = min(change, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                    least = min(least, before[column - 1] + 1)
                }
                current.append(least)
            }
            (before, previous) = (previous, current)
        }
        return previous[other.count]
    }
}
