import Speech

/// What one client of a live server saw, by the clock and by the sound that it had sent.
struct LiveFigures: Sendable {
    /// How far each partial text was behind the sound that it stands for, in seconds.
    var partialLags: [Double] = []
    /// The same of each word that stood, which comes when its utterance is over.
    var wordLags: [Double] = []
    /// From the message that the answer is finished to its final transcript, in seconds.
    var finals: [Double] = []
    /// How much was sent, in seconds.
    var sentSeconds = 0.0
    /// Why it ended early; `nil` when it did not.
    var failure: String?

    /// Takes what a server told at a moment, counted from when the first sound was sent.
    mutating func take(_ event: JSONValue, atSeconds now: Double, endedAtSeconds: Double?) {
        guard case .object(let fields) = event, case .text(let type)? = fields["type"] else { return }
        switch (type, fields["time"], fields["end"]) {
        case ("partial", .number(let time)?, _): partialLags.append(now - time)
        case ("word", _, .number(let end)?), ("filler", _, .number(let end)?): wordLags.append(now - end)
        case ("final", _, _): if let endedAtSeconds { finals.append(now - endedAtSeconds) }
        case ("error", _, _):
            if case .text(let detail)? = fields["detail"] { failure = detail }
        default: break
        }
    }

    /// The middle, the 95th percentile and the largest of some figures, for a line of a table.
    static func cells(_ values: [Double]) -> [String] {
        let sorted = values.sorted()
        return [0.5, 0.95, 1].map { share in Spread.quantile(sorted, share).map(Spread.text) ?? "-" }
    }
}
