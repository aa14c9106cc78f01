public import Audio

/// A recording of an answer lacks a part of what it promises: to take it as whole would be to judge half an answer.
public struct RecordingIncomplete: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong with it, a sentence each.
    public let warnings: [String]

    /// How many seconds may be missing: a header may be wrong by less.
    private static let toleranceSeconds = 0.5

    /// A refusal; `nil` for a recording that was whole.
    ///
    /// - Parameter report: what was found when it was read to its end.
    public init?(_ report: AudioReport) {
        guard report.missingSeconds > Self.toleranceSeconds || report.damage != nil else { return nil }
        var report = report
        // What was repaired is no reason.
        (report.nonFiniteSamples, report.limitedSamples, report.grewWhileRead) = (0, 0, false)
        warnings = report.warnings
    }

    /// Sentences.
    public var description: String {
        warnings.joined(separator: " ") + " Nothing was kept of it: send the whole recording."
    }
}
