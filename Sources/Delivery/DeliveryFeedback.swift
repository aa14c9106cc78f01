/// What a coach says about a delivery: observations with their evidence, and a drill or two for the weakest habit.
///
/// It speaks of what was heard, never of the speaker's character.
public struct DeliveryFeedback: Sendable, Hashable, Codable {
    /// What was observed, weaknesses first.
    public var observations: [Observation]
    /// One or two exercises for the weakest habit; empty when nothing needs work.
    public var drills: [String]

    /// The feedback on a report.
    public init(_ report: DeliveryReport) {
        observations = []
        drills = []
    }
}
