public import FoundationEssentials

/// How answers were spoken, from interview to interview.
public struct DeliveryEvolution: Sendable, Hashable, Codable {
    /// How the answers of a completed interview were spoken.
    public struct Point: Sendable, Hashable, Codable {
        /// The interview's number.
        public var interview: Int64
        /// When it was held.
        public var heldAt: Date
        /// Its pace, in words a minute.
        public var wordsPerMinute: Double?
        /// Its fillers a minute.
        public var fillersPerMinute: Double?
        /// Its pauses a minute.
        public var pausesPerMinute: Double?

        /// How the answers of an interview were spoken.
        public init(
            interview: Int64, heldAt: Date, wordsPerMinute: Double?, fillersPerMinute: Double?,
            pausesPerMinute: Double?
        ) {
            self.interview = interview
            self.heldAt = heldAt
            self.wordsPerMinute = wordsPerMinute
            self.fillersPerMinute = fillersPerMinute
            self.pausesPerMinute = pausesPerMinute
        }
    }

    /// The interviews in the order of time.
    public var points: [Point]
    /// Where the pace goes, in words a minute.
    public var pace: FigureTrend?
    /// Where the fillers go, in fillers a minute.
    public var fillers: FigureTrend?
    /// Where the pauses go, in pauses a minute.
    public var pauses: FigureTrend?

    /// The interviews in the order of time, and where they go.
    public init(points: [Point], pace: FigureTrend?, fillers: FigureTrend?, pauses: FigureTrend?) {
        self.points = points
        self.pace = pace
        self.fillers = fillers
        self.pauses = pauses
    }
}
