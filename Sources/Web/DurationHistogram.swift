/// How long things took, counted by steps.
public struct DurationHistogram: Sendable, Hashable {
    /// The upper ends of the steps in seconds; what took longer is counted beyond the last. From a health check to an answer that is judged.
    public static let boundsSeconds = [
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
    ]

    /// How many took as long as each step at most, and longer than the one before; the last for those beyond all steps.
    public private(set) var counts = [Int](repeating: 0, count: boundsSeconds.count + 1)
    /// How long they took together, in seconds.
    public private(set) var totalSeconds = 0.0

    /// Nothing yet.
    public init() {}

    /// How many there were.
    public var count: Int { counts.reduce(0, +) }

    /// Counts one.
    public mutating func add(_ seconds: Double) {
        counts[Self.boundsSeconds.firstIndex { seconds <= $0 } ?? Self.boundsSeconds.count] += 1
        totalSeconds += seconds
    }
}
