import Foundation
public import Signal
import Speech

/// What a coach says about a delivery: observations with their evidence, and a drill or two for the weakest habit.
///
/// It speaks of what was heard, never of the speaker's character. The bands and their sources are those of
/// `DeliveryBands`.
public struct DeliveryFeedback: Sendable, Hashable, Codable {
    /// What was observed: weaknesses first, the weakest at the top, then strengths, then neutral facts.
    public var observations: [Observation]
    /// One or two exercises for the weakest habit; empty when nothing needs work.
    public var drills: [String]

    /// The feedback on an analysed answer: its delivery and, where it spoils the figures, its recording.
    public init(_ analysis: AnswerAnalysis) {
        self.init(analysis.delivery, problems: analysis.quality.problems)
    }

    /// The feedback on a report, with what was wrong with the recording.
    public init(_ report: DeliveryReport, problems: [RecordingQuality.Problem] = []) {
        let judged = [
            Self.pace(report), Self.fillers(report), Self.pauses(report), Self.hedges(report),
            Self.latency(report),
        ].compactMap { $0 }
        let weaknesses = judged.filter { $0.observation.judgement == .weakness }.sorted {
            $0.severity > $1.severity
        }
        let recording = problems.map {
            Observation(kind: .recording, judgement: .neutral, text: "\($0.explanation) \($0.advice)")
        }
        observations =
            weaknesses.map(\.observation)
            + judged.map(\.observation).filter { $0.judgement == .strength }
            + Self.length(report)
            + judged.map(\.observation).filter { $0.judgement == .neutral }
            + recording
        drills = weaknesses.first.map { Drill.texts(for: $0.observation.kind) } ?? []
    }
}

extension DeliveryFeedback {
    /// An observation with how far it lies outside its band: 1 at the limit where it becomes a weakness.
    private struct Judged {
        var observation: Observation
        var severity = 0.0

        init(
            _ kind: Observation.Kind, _ judgement: Observation.Judgement, _ text: String,
            at seconds: Double? = nil,
            severity: Double = 0
        ) {
            observation = Observation(kind: kind, judgement: judgement, text: text, atSeconds: seconds)
            self.severity = severity
        }
    }

    private static func pace(_ report: DeliveryReport) -> Judged? {
        guard let pace = report.wordsPerMinute.value else { return nil }
        let band = DeliveryBands.wordsPerMinute
        let said = "You spoke \(Int(pace.rounded())) words a minute"
        let range = "\(Int(band.lowerBound)) to \(Int(band.upperBound))"
        if pace > band.upperBound {
            let text = "\(said), faster than the \(range) that listeners follow easily."
            return Judged(.pace, .weakness, text, severity: pace / band.upperBound)
        }
        if pace < band.lowerBound {
            let text = "\(said), slower than the \(range) that listeners follow easily."
            return Judged(.pace, .weakness, text, severity: band.lowerBound / pace)
        }
        return Judged(.pace, .strength, "\(said), within the \(range) that listeners follow easily.")
    }

    private static func fillers(_ report: DeliveryReport) -> Judged? {
        guard let rate = report.fillersPerMinute.value else { return nil }
        let said = report.fillers.filter { $0.kind != .hedge }
        guard let first = said.first else {
            // Recognisers drop most filled pauses, so hearing none proves little.
            return Judged(
                .fillers, .neutral, "No filler words were heard; a recogniser misses many of them.")
        }
        let number = Wording.count(said.count, "filler", "fillers")
        let examples = Wording.mostFrequent(said.map(\.text))
        let place = "the first at \(ClockTime(first.time.startSeconds))"
        let text = "\(number) (\(examples)), \(FixedPoint(rate, places: 1)) a minute, \(place)."
        let at = first.time.startSeconds
        if rate > DeliveryBands.manyFillersPerMinute {
            return Judged(
                .fillers, .weakness,
                text + " At twelve a minute and more listeners notice and mark a speaker down.",
                at: at, severity: rate / DeliveryBands.manyFillersPerMinute)
        }
        if rate > DeliveryBands.fewFillersPerMinute {
            return Judged(.fillers, .neutral, text + " Up to five a minute pass unnoticed.", at: at)
        }
        return Judged(.fillers, .strength, text + " So few pass unnoticed.", at: at)
    }

    private static func pauses(_ report: DeliveryReport) -> Judged? {
        guard report.speakingSeconds >= DeliveryBands.minimumSpeakingSeconds else { return nil }
        let limit = DeliveryBands.longPauseSeconds
        let long = report.pauses.filter { $0.durationSeconds > limit }
        guard let first = long.first, let longest = report.longestPauseSeconds.value else {
            return Judged(.pauses, .strength, "No pause inside the answer was longer than two seconds.")
        }
        let number = Wording.count(long.count, "pause", "pauses")
        let place =
            long.count == 1
            ? "at \(ClockTime(first.startSeconds))" : "the first at \(ClockTime(first.startSeconds))"
        let length = FixedPoint(longest, places: 1)
        let text = "\(number) over two seconds, \(place); the longest lasted \(length) s."
        let rate = Double(long.count) * 60 / max(1, report.durationSeconds)
        let isHabit = long.count >= 2 && rate > DeliveryBands.manyLongPausesPerMinute
        return Judged(
            .pauses, isHabit ? .weakness : .neutral, text, at: first.startSeconds,
            severity: rate / DeliveryBands.manyLongPausesPerMinute)
    }

    private static func hedges(_ report: DeliveryReport) -> Judged? {
        let said = report.fillers.filter { $0.kind == .hedge }
        guard said.count >= DeliveryBands.manyHedges, let first = said.first else { return nil }
        let text =
            "\(Wording.count(said.count, "softener", "softeners")) (\(Wording.mostFrequent(said.map(\.text)))), "
            + "the first at \(ClockTime(first.time.startSeconds)). Where you are sure, say it plainly."
        return Judged(.hedges, .neutral, text, at: first.time.startSeconds)
    }

    private static func latency(_ report: DeliveryReport) -> Judged? {
        guard let latency = report.responseLatencySeconds.value, latency > DeliveryBands.longLatencySeconds
        else {
            return nil
        }
        let text =
            "You began to speak after \(FixedPoint(latency, places: 1)) s. Saying that you take a moment to think "
            + "fills the silence."
        return Judged(.responseLatency, .neutral, text, at: 0)
    }

    private static func length(_ report: DeliveryReport) -> [Observation] {
        guard report.wordsPerMinute.value == nil, let reason = report.wordsPerMinute.absentBecause else {
            return []
        }
        let text = "There is too little to judge the pace: \(reason)."
        return [Observation(kind: .length, judgement: .neutral, text: text)]
    }
}
