/// How often the speaker speaks of himself or herself and of a group: a fact.
enum PronounsRule: FeedbackRule {
    static let group = FigureLimits.Group.language

    static func judge(_ answer: CoachedAnswer) -> JudgedObservation? {
        guard let language = answer.report.language, language.shareOfI.value != nil else { return nil }
        let about = answer.about(group)
        let text =
            "You said \"I\" or \"my\" \(times(language.iCount, about)) and \"we\" or \"our\" "
            + "\(times(language.weCount, about))."
        return JudgedObservation(.pronouns, .neutral, text)
    }

    private static func times(_ count: Int, _ about: String) -> String {
        switch count {
        case 0: "not once"
        case 1: "once"
        case 2: "twice"
        default: "\(about)\(Wording.number(count)) times"
        }
    }
}
