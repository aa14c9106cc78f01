import Speech

/// Repetitions and restarts, where there are several. They are not judged: a recogniser may hear a word twice.
enum DisfluenciesRule: FeedbackRule {
    static let group = FigureLimits.Group.fillers

    static func judge(_ answer: CoachedAnswer) -> JudgedObservation? {
        guard let taken = answer.report.disfluencies, taken.found.count >= DeliveryBands.manyDisfluencies,
            let first = taken.found.first
        else { return nil }
        let counts = [
            (taken.repetitionCount, "repetition", "repetitions"), (taken.restartCount, "restart", "restarts"),
        ]
        let named = counts.filter { $0.0 > 0 }.map { "\(Wording.number($0.0)) \($0.0 == 1 ? $0.1 : $0.2)" }
        let text =
            Wording.sentence(answer.about(group) + named.joined(separator: " and "))
            + ", the first at \(ClockTime(first.time.startSeconds)) (\"\(first.text)\")."
        return JudgedObservation(.disfluencies, .neutral, text, at: first.time.startSeconds)
    }
}
