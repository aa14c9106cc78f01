/// How many typing slips lie between two words.
public enum EditDistance {
    /// The Damerau-Levenshtein distance in its restricted form (optimal string alignment): the fewest insertions,
    /// deletions, replacements and swaps of neighbours, no place being edited twice.
    public static func between(_ first: String, _ second: String) -> Int {
        let a = Array(first)
        let b = Array(second)
        guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
        var beforePrevious = [Int](repeating: 0, count: b.count + 1)
        var previous = Array(0...b.count)
        for i in 1...a.count {
            var current = [Int](repeating: i, count: b.count + 1)
            for j in 1...b.count {
                let replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                current[j] = min(replaced, previous[j] + 1, current[j - 1] + 1)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    current[j] = min(current[j], beforePrevious[j - 2] + 1)
                }
            }
            beforePrevious = previous
            previous = current
        }
        return previous[b.count]
    }

    /// Whether one word is the other with one slip. Words under five letters are never: too many of them are one
    /// letter apart ("cash", "dash"). The first letter must agree, since slips there are rare and different words
    /// that rhyme are not.
    public static func isTypo(_ first: String, of second: String) -> Bool {
        let lengths = (first.count, second.count)
        guard min(lengths.0, lengths.1) >= 5, abs(lengths.0 - lengths.1) <= 1, first.first == second.first
        else {
            return false
        }
        return first != second && between(first, second) == 1
    }
}
