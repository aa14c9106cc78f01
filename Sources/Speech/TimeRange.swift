/// A half-open stretch of a recording, `start ..< end`.
///
/// Both ends are seconds from the start of the recording. `end` is never before `start`.
public struct TimeRange: Sendable, Hashable, Codable {
    /// Where the stretch begins, in seconds from the start of the recording.
    public var startSeconds: Double
    /// Where the stretch ends, in seconds from the start of the recording.
    public var endSeconds: Double

    /// A stretch between two times; an `endSeconds` before `startSeconds` gives an empty stretch at the start.
    public init(startSeconds: Double, endSeconds: Double) {
        self.startSeconds = startSeconds
        self.endSeconds = max(startSeconds, endSeconds)
    }

    /// How long the stretch is, in seconds.
    public var durationSeconds: Double { endSeconds - startSeconds }

    /// Whether both ends are finite numbers.
    package var isFinite: Bool { startSeconds.isFinite && endSeconds.isFinite }

    /// The middle of the stretch, in seconds from the start of the recording.
    package var middleSeconds: Double { (startSeconds + endSeconds) / 2 }

    /// The seconds that two stretches share; 0 when they do not meet.
    public func overlapSeconds(with other: TimeRange) -> Double {
        max(0, min(endSeconds, other.endSeconds) - max(startSeconds, other.startSeconds))
    }
}
