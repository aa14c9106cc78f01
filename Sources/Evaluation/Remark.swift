/// One thing noticed about an answer: a strength, or a weakness with advice.
struct Remark {
    var strength: String?
    var weakness: String?
    var advice: String?
    /// Whether it outweighs single missing points.
    var isGrave = false

    /// What there is to say about the content.
    static func content(
        _ answer: AnswerText, content: ContentJudgement, discourse: Discourse, story: Story, rubric: Rubric
    ) -> [Remark] {
        var remarks = grave(content: content, discourse: discourse)
        if rubric.kind == .behavioural { remarks += self.story(story) }
        if Signposts.hasExample(answer) {
            remarks.append(Remark(strength: "You gave an example."))
        } else if rubric.kind.isTechnical {
            remarks.append(
                Remark(
                    weakness: "There was no example.",
                    advice: "Add one example from your own work, in two sentences."))
        }
        return remarks
    }

    private static func grave(content: ContentJudgement, discourse: Discourse) -> [Remark] {
        if content.echo >= 0.7 {
            return [
                Remark(
                    weakness: "The answer mostly repeats the question.",
                    advice: "Repeat the question in half a sentence at most, then say something of your own.",
                    isGrave: true)
            ]
        }
        if discourse.share < 0.5 {
            return [
                Remark(
                    weakness: "The answer is a row of words rather than sentences.",
                    advice: "Speak in whole sentences that say how the terms hang together.", isGrave: true)
            ]
        }
        guard let relevance = content.relevance, relevance < 0.25 else { return [] }
        return [
            Remark(
                weakness: "The answer hardly touches what was asked.",
                advice: "Name the subject of the question in your first sentence and stay with it.",
                isGrave: true)
        ]
    }

    private static func story(_ story: Story) -> [Remark] {
        var remarks: [Remark] = []
        if story.completeness >= 0.9 {
            remarks.append(Remark(strength: "You told the story from the situation to the result."))
        }
        for part in Story.Part.allCases where story.share(part) < 0.5 {
            remarks.append(missing(part))
        }
        return remarks
    }

    private static func missing(_ part: Story.Part) -> Remark {
        switch part {
        case .situation:
            Remark(
                weakness: "It is not clear when and where this happened.",
                advice: "Begin with one sentence about when and where it happened.")
        case .task:
            Remark(
                weakness: "It is not clear what was asked of you.",
                advice: "Say what you had to achieve, and by when.")
        case .action:
            Remark(
                weakness: "It is not clear what you did yourself.",
                advice: "Say what you did, beginning with \u{201C}I\u{201D} rather than \u{201C}we\u{201D}.")
        case .result:
            Remark(
                weakness: "The story has no clear result.",
                advice: "Finish with the result, if you can with a number, and with what you learned.")
        }
    }

    /// What there is to say about how the answer was put.
    static func form(_ form: FormJudgement, delivery: SpokenDelivery?, source: Hearing.Source) -> [Remark] {
        var remarks: [Remark] = []
        if form.structure >= 0.75 {
            remarks.append(Remark(strength: "Your answer was easy to follow step by step."))
        }
        if form.structure < 0.4 {
            remarks.append(
                Remark(
                    weakness: "The answer gives few signs of its order.",
                    advice: "Show the order of your thoughts: first, then, because, in the end."))
        }
        if let remark = length(form) { remarks.append(remark) }
        guard source == .spoken, let delivery else { return remarks }
        return remarks + [pace(form, delivery), fillers(delivery), pauses(delivery)].compactMap { $0 }
    }

    private static func length(_ form: FormJudgement) -> Remark? {
        guard form.length < 0.6 else { return nil }
        return form.lengthRatio < 1
            ? Remark(
                weakness: "The answer is short for this question.", advice: "Take the time to explain why.")
            : Remark(
                weakness: "The answer is long for this question.",
                advice: "Keep to your two or three best points.")
    }

    private static func pace(_ form: FormJudgement, _ delivery: SpokenDelivery) -> Remark? {
        guard let share = form.pace, let rate = delivery.wordsPerMinute, rate.isFinite else { return nil }
        let words = "\(Int(rate.rounded())) words a minute"
        if share == 1 { return Remark(strength: "You spoke at a good pace, \(words).") }
        guard share < 0.75 else { return nil }
        return rate > 165
            ? Remark(weakness: "You spoke fast, \(words).", advice: "Slow down, and pause after each point.")
            : Remark(
                weakness: "You spoke slowly, \(words).", advice: "Rehearse the answer aloud until it flows.")
    }

    private static func fillers(_ delivery: SpokenDelivery) -> Remark? {
        guard let rate = delivery.fillersPerMinute, rate.isFinite, rate > 8 else { return nil }
        return Remark(
            weakness: "There were about \(Int(rate.rounded())) fillers a minute.",
            advice: "Where a filler would come, be silent for a moment instead.")
    }

    private static func pauses(_ delivery: SpokenDelivery) -> Remark? {
        if let longest = delivery.longestPauseSeconds, longest.isFinite, longest > 5 {
            return Remark(
                weakness: "One pause lasted \(Int(longest.rounded())) seconds.",
                advice: "Take your time before you begin; afterwards say what you are thinking about.")
        }
        guard let share = delivery.pauseShare, share.isFinite, share > 0.4 else { return nil }
        return Remark(
            weakness: "Pauses took \(Int((share * 100).rounded())) % of the answer.",
            advice: "Rehearse the answer aloud until it flows.")
    }
}
