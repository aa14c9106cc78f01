import Speech

/// When an event that was found is taken for one that was said.
enum EventMatch {
    /// The middle of the found one lies within the said one, widened by the collar on both sides.
    case middle(collarSeconds: Double)
    /// Start and end of both are no farther apart than the collar.
    case edges(collarSeconds: Double)
    /// Both share more than half of the shorter one.
    case overlap

    /// Whether two events match.
    func matches(said: TimeRange, found: TimeRange) -> Bool {
        switch self {
        case .middle(let collar):
            let middle = (found.startSeconds + found.endSeconds) / 2
            return (said.startSeconds - collar...said.endSeconds + collar).contains(middle)
        case .edges(let collar):
            return abs(found.startSeconds - said.startSeconds) <= collar
                && abs(found.endSeconds - said.endSeconds) <= collar
        case .overlap:
            return said.overlapSeconds(with: found) > min(said.durationSeconds, found.durationSeconds) / 2
        }
    }

    /// The most pairs of places in `said` and `found` that match, each place in one pair at most.
    ///
    /// An event whose matches are all taken gets one of them when its partner finds another (Kuhn 1955, "The Hungarian
    /// method for the assignment problem", without costs).
    func pairs(said: [TimeRange], found: [TimeRange]) -> [(said: Int, found: Int)] {
        let candidates = said.map { time in
            found.indices.filter { matches(said: time, found: found[$0]) }
        }
        var partners = [Int?](repeating: nil, count: found.count)
        func pair(_ place: Int, _ tried: inout Set<Int>) -> Bool {
            for candidate in candidates[place] where tried.insert(candidate).inserted {
                guard let other = partners[candidate], !pair(other, &tried) else {
                    partners[candidate] = place
                    return true
                }
            }
            return false
        }
        for place in said.indices {
            var tried: Set<Int> = []
            _ = pair(place, &tried)
        }
        return partners.enumerated().compactMap { found, said in said.map { (said: $0, found: found) } }
    }
}
