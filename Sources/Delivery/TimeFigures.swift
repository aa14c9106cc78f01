public import Speech

/// How long an answer took, and how that stands to what its question expects.
///
/// The wait before it, the time spent speaking and its share are in `DeliveryReport`.
///
/// ```swift
/// let time = TimeFigures(runs: speech)
/// print(time.answerSeconds)  // 75.0 s
/// ```
public struct TimeFigures: Sendable, Hashable, Codable {
    /// From the first sound of speech to the last, with the pauses between.
    public var answerSeconds: Figure
    /// The same against the time that the question expects; against none before `DeliveryReport.compare(expectedSeconds:)`.
    public var length: LengthAgainstExpected

    /// The times of an answer.
    ///
    /// - Parameter runs: where speech was found.
    public init(runs: [TimeRange]) {
        let span = SpeechRuns(speech: runs, minimumPauseSeconds: 0).span
        answerSeconds =
            span.map { Figure($0.durationSeconds, .seconds) }
            ?? Figure(absentBecause: Evidence.noSpeech, .seconds)
        length = LengthAgainstExpected(answerSeconds: span?.durationSeconds, expectedSeconds: nil)
    }
}
