import Speech

/// How much the pitch moves, and where it hardly does.
enum PitchRule: FeedbackRule {
    static let group = FigureLimits.Group.pitch

    static func judge(_ answer: CoachedAnswer) -> JudgedObservation? {
        guard answer.report.speakingSeconds >= DeliveryBands.minimumPitchSpeakingSeconds,
            let pitch = answer.report.pitch, let variation = pitch.variationSemitones.value
        else { return nil }
        let shown = FixedPoint(variation, places: 1)
        let said = "Your pitch varies by \(answer.about(group))\(shown) semitones (standard deviation)"
        let at = pitch.flatStretches.first?.startSeconds
        let limit = DeliveryBands.evenPitchSemitones
        if shown.rounded < limit {
            let text = "\(said); under \(FixedPoint(limit)) a voice sounds even."
            return JudgedObservation(
                .pitch, .weakness, text + flat(pitch.flatStretches), at: at,
                severity: limit / max(variation, limit / 4))
        }
        if shown.rounded >= DeliveryBands.livelyPitchSemitones {
            return JudgedObservation(
                .pitch, .strength, "\(said), which sounds lively." + flat(pitch.flatStretches), at: at)
        }
        guard at != nil else { return nil }
        return JudgedObservation(.pitch, .neutral, "\(said)." + flat(pitch.flatStretches), at: at)
    }

    /// Where the pitch hardly moves, as a sentence of its own; empty when it moves everywhere.
    private static func flat(_ stretches: [TimeRange]) -> String {
        guard let first = stretches.first else { return "" }
        let place = "from \(ClockTime(first.startSeconds)) to \(ClockTime(first.endSeconds))"
        let others = stretches.dropFirst().map(\.startSeconds)
        return " It hardly moves \(place)" + (others.isEmpty ? "." : ", and again \(Wording.places(others)).")
    }
}
