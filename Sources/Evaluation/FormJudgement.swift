import Language

/// How an answer is put: its build, its length, its flow and its delivery. All shares are 0...1 and `nil` where
/// nothing was measured. The bands are working rules; where one has a source, `Docs/Scoring.md` names it.
struct FormJudgement {
    /// Signposts, for a story its four parts as well, and for a coding problem the stated cost.
    let structure: Double
    /// The length against the expected time.
    let length: Double
    /// How long the answer is against the expected time: 1 is as long.
    let lengthRatio: Double
    /// Spoken: pauses and fillers. Typed: the length of the sentences.
    let flow: Double?
    /// The speaking rate; `nil` when typed.
    let pace: Double?
    /// The fillers a minute; `nil` when typed.
    let fillers: Double?
    /// The liveliness of the level; `nil` when typed.
    let liveliness: Double?
    /// The variety of the words.
    let vocabulary: Double
    /// Typed: whether the sentences are written as sentences; `nil` when spoken.
    let writing: Double?

    /// How far there is enough of it to be judged, 0...1: what of their weight the scores of form have.
    let weight: Double

    /// A typed answer of so many words has no weight of form, or all of it; more of them where the content is compared with a model answer
    /// alone, as answers on a sheet are, which are not written to be heard.
    private static let typedWords = (points: (none: 6.0, all: 18.0), references: (none: 40.0, all: 80.0))

    private let formFactor: Double

    init(_ answer: AnswerText, of judged: JudgedAnswer, rubric: Rubric, discourse: Discourse, story: Story) {
        let isSpoken = judged.hearing.source == .spoken
        let delivery = isSpoken ? judged.delivery?.plausible : nil
        let signposts = Signposts.share(in: answer)
        structure =
            switch rubric.kind {
            case .behavioural: 0.5 * signposts + 0.5 * story.completeness
            // Who solves a problem in code says what it costs.
            case .coding: 0.6 * signposts + (StatedComplexity.place(in: answer) == nil ? 0 : 0.4)
            case .technical, .systemDesign, .situational, .hr, .caseStudy: signposts
            }
        lengthRatio = Self.lengthRatio(answer, of: judged, rubric: rubric)
        // People type less than they say, so less is expected of a typed answer.
        let enough = isSpoken ? 0.6 : 0.4
        length = min(
            Curve.ramp(lengthRatio, zero: 0.1, one: enough),
            1 - 0.7 * Curve.ramp(lengthRatio, zero: 1.7, one: 3))
        pace = delivery?.wordsPerMinute.map { Curve.band($0, full: 100...165, outer: 40...260) }
        fillers = delivery?.fillersPerMinute.map(Self.fluency)
        liveliness = delivery?.speechLevelVariationDB.map { Curve.ramp($0, zero: 1, one: 4) }
        flow = isSpoken ? Self.flow(delivery) : Self.sentenceLength(answer)
        vocabulary = Curve.ramp(Discourse.richness(of: answer.tokens.map(\.text)), zero: 2.5, one: 6.5)
        writing = isSpoken ? nil : Self.writing(answer)
        formFactor = discourse.formFactor
        let typed = rubric.keyPoints.isEmpty ? Self.typedWords.references : Self.typedWords.points
        weight =
            isSpoken ? 1 : Curve.ramp(Double(answer.tokens.count), zero: typed.none, one: typed.all)
    }

    /// Whether anything can be said about it.
    var isJudged: Bool { weight > 0 }

    /// Whether the answer is easy to follow.
    var clarity: Double {
        (Curve.mean([(structure, 0.4), (length, 0.25), (flow, 0.35)]) ?? 0) * formFactor
    }

    /// How well it is put and delivered; `nil` when it was spoken and nothing of the delivery was measured.
    var communication: Double? {
        let delivery: [(share: Double?, weight: Double)] = [
            (pace, 0.25), (flow, 0.3), (fillers, 0.1), (liveliness, 0.15), (writing, 0.5),
        ]
        guard writing != nil || pace != nil || fillers != nil || liveliness != nil else { return nil }
        return Curve.mean(delivery + [(vocabulary, writing == nil ? 0.2 : 0.3)]).map { $0 * formFactor }
    }

    /// 1 up to five fillers a minute, 0.5 at twelve, 0 at twenty-five (Laske and DiGennaro Reed 2024 for the first
    /// two).
    static func fluency(fillersPerMinute: Double) -> Double {
        1 - 0.5 * Curve.ramp(fillersPerMinute, zero: 5, one: 12)
            - 0.5 * Curve.ramp(fillersPerMinute, zero: 12, one: 25)
    }

    private static func flow(_ delivery: SpokenDelivery?) -> Double? {
        Curve.mean([
            (delivery?.pauseShare.map { Curve.ramp($0, zero: 0.6, one: 0.25) }, 0.4),
            (delivery?.medianPauseSeconds.map { Curve.ramp($0, zero: 2.5, one: 0.8) }, 0.2),
            (delivery?.longestPauseSeconds.map { Curve.ramp($0, zero: 10, one: 3) }, 0.15),
            (delivery?.fillersPerMinute.map(fluency), 0.25),
        ])
    }

    /// The time taken over the time expected; without a time, the words over those of the expected time at 132 a
    /// minute, the middle of the band of pace.
    private static func lengthRatio(_ answer: AnswerText, of judged: JudgedAnswer, rubric: Rubric) -> Double {
        let expected = rubric.expectedDurationSeconds
        let expectedSeconds = (1...100_000).contains(expected) ? expected : 90
        if judged.hearing.source == .spoken, let seconds = judged.durationSeconds, seconds.isFinite,
            seconds > 0
        {
            return seconds / expectedSeconds
        }
        return Double(answer.tokens.count) / (expectedSeconds * 132 / 60)
    }

    /// Sentences of six to twenty-five words on the average are easy to read.
    private static func sentenceLength(_ answer: AnswerText) -> Double? {
        guard !answer.sentences.isEmpty else { return nil }
        let mean = Double(answer.tokens.count) / Double(answer.sentences.count)
        return max(0.2, Curve.band(mean, full: 6...25, outer: 1...50))
    }

    /// The share of sentences that begin with a capital or a figure and end with a mark.
    private static func writing(_ answer: AnswerText) -> Double? {
        guard !answer.sentences.isEmpty else { return nil }
        let written = answer.sentences.reduce(0.0) { sum, sentence in
            let first = sentence.text.first { $0.isLetter || $0.isNumber }
            let begins = first.map { $0.isUppercase || $0.isNumber } ?? false
            let ends = sentence.text.last.map { ".!?:)\"".contains($0) } ?? false
            return sum + (begins ? 0.5 : 0) + (ends ? 0.5 : 0)
        }
        return written / Double(answer.sentences.count)
    }
}
