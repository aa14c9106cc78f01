import Speech

/// Phrases that come back again and again: a fact, as terms of the trade do so for good reason.
enum RepeatedPhrasesRule: FeedbackRule {
    static let group = FigureLimits.Group.language

    static func judge(_ answer: CoachedAnswer) -> JudgedObservation? {
        guard let phrases = answer.report.language?.repeatedPhrases, let first = phrases.first,
            let place = first.times.first?.startSeconds
        else { return nil }
        let about = answer.about(group)
        let more = phrases.dropFirst().first.map { ", \"\($0.text)\" \(about)\(times($0.count))" } ?? ""
        let text =
            "You said \"\(first.text)\" \(about)\(times(first.count)), first at \(ClockTime(place))\(more)."
        return JudgedObservation(.repeatedPhrases, .neutral, text, at: place)
    }

    private static func times(_ count: Int) -> String { "\(Wording.number(count)) times" }
}
