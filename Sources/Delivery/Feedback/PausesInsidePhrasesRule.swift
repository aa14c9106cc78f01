import Speech

/// Pauses over half a second that fall inside a phrase, of all whose place is known.
enum PausesInsidePhrasesRule: FeedbackRule {
    static let group = FigureLimits.Group.pauses

    static func judge(_ answer: CoachedAnswer) -> JudgedObservation? {
        guard let details = answer.report.pauseDetails else { return nil }
        let placed = details.pauses.filter {
            $0.place != .unknown && $0.time.durationSeconds > DeliveryBands.notedPauseSeconds
        }
        let inside = placed.filter { $0.place == .insidePhrase }
        guard placed.count >= PauseDetails.leastPlacedPauses, inside.count >= 2, let first = inside.first
        else { return nil }
        let share = Double(inside.count) / Double(placed.count)
        let limit = DeliveryBands.shareOfPausesInsidePhrases
        let isHabit = inside.count >= DeliveryBands.manyPausesInsidePhrases && share >= limit
        let text =
            answer.share(inside.count, of: placed.count, by: group)
            + " pauses over half a second fall inside a phrase, the first at "
            + "\(ClockTime(first.time.startSeconds))\(after(first.time, words: answer.words))."
        return JudgedObservation(
            .pausesInsidePhrases, isHabit ? .weakness : .neutral,
            text + (isHabit ? " A pause is easier to follow at the end of a phrase." : ""),
            at: first.time.startSeconds, severity: share / limit)
    }

    private static func after(_ pause: TimeRange, words: [Word]) -> String {
        PausePlaceFinder(words: words).wordBefore(pause).map { " after \"\($0.text)\"" } ?? ""
    }
}
