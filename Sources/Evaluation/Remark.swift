import Delivery
import Speech

/// One thing noticed about an answer: a strength, or a weakness with advice.
struct Remark {
    var strength: String?
    var weakness: String?
    var advice: String?
    /// Whether it outweighs single missing points.
    var isGrave = false

    /// An answer of fewer words needs no conclusion of its own.
    private static let leastWordsForConclusion = 60

    /// What there is to say about the content.
    static func content(
        _ answer: AnswerText, content: ContentJudgement, discourse: Discourse, story: Story,
        structure: AnswerStructure, rubric: Rubric
    ) -> [Remark] {
        var remarks = grave(content: content, discourse: discourse)
        if rubric.kind == .behavioural { remarks += self.story(story) }
        if structure.hasExample {
            remarks.append(Remark(strength: "You gave an example\(quote(structure.example))."))
        } else if rubric.kind.isTechnical {
            remarks.append(
                Remark(
                    weakness: "There was no example.",
                    advice: "Add one example from your own work, in two sentences."))
        }
        return remarks
            + [figures(structure, rubric), conclusion(structure, answer, story, rubric)].compactMap(\.self)
    }

    /// Words of the answer as they stand at the end of a sentence; nothing where there are none.
    static func quote(_ evidence: Evidence?) -> String {
        guard let evidence else { return "" }
        let place = evidence.timeSeconds.map { " at \(ClockTime($0))" } ?? ""
        let words =
            evidence.text.hasSuffix(".") || evidence.text.hasSuffix(",")
            ? String(evidence.text.dropLast()) : evidence.text
        return " – \u{201C}\(words)\u{201D}\(place)"
    }

    /// Figures make a story or a case worth believing; knowledge needs none.
    private static func figures(_ structure: AnswerStructure, _ rubric: Rubric) -> Remark? {
        if let number = structure.numbers.first {
            return Remark(strength: "You gave a figure\(quote(number)).")
        }
        guard rubric.kind == .behavioural || rubric.kind == .caseStudy else { return nil }
        return Remark(
            weakness: "No figure was found in the answer.",
            advice: "Add one figure: how many, how long, or how much it changed.")
    }

    private static func conclusion(
        _ structure: AnswerStructure, _ answer: AnswerText, _ story: Story, _ rubric: Rubric
    ) -> Remark? {
        if let conclusion = structure.conclusion {
            return Remark(strength: "You closed the answer\(quote(conclusion)).")
        }
        // A story without a result is told so already.
        let isTold = rubric.kind != .behavioural || story.share(.result) >= StoryPartResult.toldFrom
        guard isTold, answer.tokens.count >= leastWordsForConclusion else { return nil }
        return Remark(
            weakness:
                "No closing words such as \u{201C}in the end\u{201D} or \u{201C}as a result\u{201D} were found.",
            advice: "End with one sentence that sums up what you said or what came of it.")
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
        for part in Story.Part.allCases where story.share(part) < StoryPartResult.toldFrom {
            remarks.append(missing(part))
        }
        return remarks
    }

    private static func missing(_ part: Story.Part) -> Remark {
        let weakness =
            switch part {
            case .situation: "It is not clear when and where this happened."
            case .task: "It is not clear what was asked of you."
            case .action: "It is not clear what you did yourself."
            case .result: "The story has no clear result."
            }
        return Remark(weakness: weakness, advice: part.advice)
    }

    /// What there is to say about how the answer was put.
    static func form(_ form: FormJudgement, judged: JudgedAnswer) -> [Remark] {
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
        guard judged.hearing.source == .spoken, let delivery = judged.delivery?.plausible else {
            return remarks
        }
        return remarks
            + [pace(form, delivery), fillers(delivery), pauses(delivery), hedges(delivery)].compactMap(\.self)
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

    /// Softeners once in twenty words and more.
    private static func hedges(_ delivery: SpokenDelivery) -> Remark? {
        guard let part = delivery.steadiness?.parts.first(where: { $0.aspect == .hedges }),
            part.share < 0.5, let rate = part.figure.value
        else { return nil }
        return Remark(
            weakness:
                "There were about \(Int(rate.rounded())) softeners in a hundred words, such as \u{201C}maybe\u{201D}.",
            advice:
                "Say what you know without \u{201C}I think\u{201D} or \u{201C}maybe\u{201D}; keep them for what you doubt."
        )
    }
}
