/// How many requests may still be sent: a sliding window of a minute, as services count. A pure rule without a clock.
struct RequestBudget: Sendable, Hashable {
    /// What came of a wish to send.
    enum Answer: Sendable, Hashable {
        /// Send after this wait, perhaps none; the place is kept.
        case send(after: Duration)
        /// The next place is further away than may be waited for.
        case usedUp(nextIn: Duration)
    }

    private static let window = Duration.seconds(60)

    private let limit: Int
    private let longestWait: Duration
    /// When requests were or will be sent, from the first to the last; older ones than a minute are gone.
    private var sent: [Duration] = []

    /// A budget of `limit` requests a minute.
    init(limit: Int, longestWait: Duration) {
        self.limit = max(1, limit)
        self.longestWait = longestWait
    }

    /// Asks for a place at a time, which is counted from any fixed moment.
    mutating func reserve(at now: Duration) -> Answer {
        sent.removeAll { $0 <= now - Self.window }
        // The place is free once the request that stands `limit` places before it is a minute old.
        let place = sent.count < limit ? now : max(now, sent[sent.count - limit] + Self.window)
        guard place - now <= longestWait else { return .usedUp(nextIn: place - now) }
        sent.append(place)
        return .send(after: place - now)
    }

    /// Counts a request that was sent without asking: one that is repeated.
    mutating func count(at now: Duration) {
        sent.append(now)
        sent.sort()
    }
}
