/// How a text of many tokens is cut into parts that overlap, all of the same length.
struct TokenWindows: Sendable, Hashable {
    /// The most tokens of a part, at least 1.
    let length: Int
    /// How many tokens two parts that follow each other share at least: fewer than `length`.
    let shared: Int

    /// A part of a text.
    struct Window: Sendable, Hashable {
        /// The tokens that are encoded together.
        var seen: Range<Int>
        /// Those whose vectors count: they stand in no other part further from an edge. Every token is in one of these.
        var kept: Range<Int>
    }

    /// A plan of these lengths.
    init(length: Int, shared: Int) {
        precondition(length > 0 && shared >= 0 && shared < length, "parts that go on")
        (self.length, self.shared) = (length, shared)
    }

    /// The parts of a text of so many tokens, one at least, as few as can be and spread evenly.
    func over(_ count: Int) -> [Window] {
        guard count > length else { return [Window(seen: 0..<count, kept: 0..<count)] }
        let step = length - shared
        let parts = (count - shared + step - 1) / step
        let starts = (0..<parts).map { $0 * (count - length) / (parts - 1) }
        // Parts of one length: a token belongs to the one whose middle is nearest.
        let borders = zip(starts, starts.dropFirst()).map { ($0 + $1 + length) / 2 }
        return zip(starts, zip([0] + borders, borders + [count])).map { start, kept in
            Window(seen: start..<start + length, kept: kept.0..<kept.1)
        }
    }
}
