import Signal
import Speech

/// What a coach says about a delivery: observations with their evidence, and a drill or two for the weakest habit.
///
/// ```swift
/// let feedback = DeliveryFeedback(analysis, history: DeliveryHistory(earlierReports))
/// for observation in feedback.observations { print(observation.text) }
/// ```
///
/// It speaks of what was heard, never of the speaker's character. The bands and their sources are those of
/// `DeliveryBands`. What rests on figures that the recording or the hearing make unreliable (`FigureLimits`) is left
/// out, and the reason is said once.
public struct DeliveryFeedback: Sendable, Hashable, Codable {
    /// More observations than this are not made, those of the recording apart: a speaker cannot work on more at once.
    public static let mostObservations = 6

    /// What was observed: weaknesses first, the weakest at the top, then strengths, then neutral facts, then what was
    /// wrong with the recording.
    public var observations: [Observation]
    /// One or two exercises for the weakest habit; empty when nothing needs work.
    public var drills: [String]

    /// The feedback on an analysed answer: its delivery and, where it spoils the figures, its recording.
    ///
    /// - Parameter history: the speaker's own earlier answers; `nil` compares with none.
    public init(_ analysis: AnswerAnalysis, history: DeliveryHistory? = nil) {
        let answer = CoachedAnswer(report: analysis.delivery, words: analysis.transcript.words)
        let problems = Self.allProblems(analysis.quality.problems, answer.report)
        let (judged, unreliable) = Self.judged(answer)
        let weaknesses = judged.filter { $0.judgement == .weakness }.sorted { $0.severity > $1.severity }
        let compared = HistoryComparison.observations(of: answer, history)
        let needed =
            Self.length(answer.report)
            + Self.limits(answer.report, of: unreliable, besides: problems)
        let chosen = Self.chosen(
            weaknesses.map(\.observation) + compared
                + judged.filter { $0.judgement == .strength }.map(\.observation)
                + judged.filter { $0.judgement == .neutral }.map(\.observation),
            besides: needed.count)
        observations =
            chosen.filter { $0.judgement == .weakness }
            + chosen.filter { $0.judgement == .strength }
            + needed
            + chosen.filter { $0.judgement == .neutral }
            + problems.map {
                Observation(kind: .recording, judgement: .neutral, text: "\($0.explanation) \($0.advice)")
            }
        let pace = answer.report.wordsPerMinute.value.map(PaceBand.init)
        drills = weaknesses.first.map { Drill.texts(for: $0.observation.kind, pace: pace) } ?? []
    }
}

extension DeliveryFeedback {
    /// Every rule; of neutral facts those of the first are kept when there are too many.
    private static let rules: [any FeedbackRule.Type] = [
        PaceRule.self, FillersRule.self, LongPausesRule.self, PausesInsidePhrasesRule.self, PitchRule.self,
        FadingEndsRule.self, FastestStretchRule.self, SpeedingUpRule.self, ExpectedLengthRule.self,
        LatencyRule.self, HedgesRule.self, RisingEndingsRule.self, DisfluenciesRule.self, SentencesRule.self,
        RepeatedPhrasesRule.self, PronounsRule.self,
    ]

    /// What the rules say, and the groups of figures for whose sake something was left out.
    private static func judged(
        _ answer: CoachedAnswer
    ) -> (observations: [JudgedObservation], unreliable: Set<FigureLimits.Group>) {
        var observations: [JudgedObservation] = []
        var unreliable: Set<FigureLimits.Group> = []
        for rule in rules {
            guard let judged = rule.judge(answer) else { continue }
            if answer.level(rule.group) == .unreliable {
                unreliable.insert(rule.group)
            } else {
                observations.append(judged)
            }
        }
        return (observations, unreliable)
    }

    /// As many of the observations, the most important first, as are not too many together with others.
    private static func chosen(_ observations: [Observation], besides others: Int) -> [Observation] {
        Array(observations.prefix(max(0, mostObservations - others)))
    }

    /// The problems given, and those of the level that a report knows by itself.
    private static func allProblems(
        _ problems: [RecordingQuality.Problem], _ report: DeliveryReport
    ) -> [RecordingQuality.Problem] {
        let level: [(Bool?, RecordingQuality.Problem)] = [
            (report.loudness?.isClipped, .clipped), (report.loudness?.isTooQuiet, .tooQuiet),
        ]
        return problems + level.filter { $0.0 == true && !problems.contains($0.1) }.map(\.1)
    }

    private static func length(_ report: DeliveryReport) -> [Observation] {
        guard report.wordsPerMinute.value == nil, let reason = report.wordsPerMinute.absentBecause else {
            return []
        }
        let text = "There is too little to judge the pace: \(reason)."
        return [Observation(kind: .length, judgement: .neutral, text: text)]
    }

    /// Why groups of figures are not judged, each reason once; what a problem of the recording says is not said again.
    private static func limits(
        _ report: DeliveryReport, of groups: Set<FigureLimits.Group>,
        besides problems: [RecordingQuality.Problem]
    ) -> [Observation] {
        let limits = report.limits?.limits.filter { groups.contains($0.group) } ?? []
        let said = problems.map(\.explanation)
        var reasons: [String] = []
        for reason in limits.flatMap(\.reasons) where !said.contains(reason) && !reasons.contains(reason) {
            reasons.append(reason)
        }
        guard !reasons.isEmpty else { return [] }
        return [Observation(kind: .limits, judgement: .neutral, text: reasons.joined(separator: " "))]
    }
}
