import Speech

/// How well events were found: each said event may be found once, each found event may count once.
struct EventScore: Equatable, Codable {
    /// Events that were there.
    var said = 0
    /// Events that were found, rightly or not.
    var found = 0
    /// Events that were found rightly.
    var right = 0

    /// How far the middle of a found event may lie outside a said one, in seconds.
    static let collarSeconds = 0.3

    init() {}

    /// The most pairs of a said event and a found one that match: by default when the middle of the found one lies
    /// within the said one, widened by the collar on both sides.
    init(
        said: [TimeRange], found: [TimeRange],
        by match: EventMatch = .middle(collarSeconds: Self.collarSeconds)
    ) {
        self.said = said.count
        self.found = found.count
        right = match.pairs(said: said, found: found).count
    }

    /// The share of what was found that is right; `nil` when nothing was found.
    var precision: Double? { found > 0 ? Double(right) / Double(found) : nil }
    /// The share of what was said that was found; `nil` when nothing was said.
    var recall: Double? { said > 0 ? Double(right) / Double(said) : nil }
    /// The harmonic mean of both; `nil` when there is nothing to find and nothing was found.
    var f1: Double? { said + found > 0 ? 2 * Double(right) / Double(said + found) : nil }

    static func + (left: EventScore, right: EventScore) -> EventScore {
        var sum = left
        sum.said += right.said
        sum.found += right.found
        sum.right += right.right
        return sum
    }
}
