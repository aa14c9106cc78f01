import Delivery
import Speech

/// One of the figures over the picture: a number, what it is, and a remark.
public struct Headline: Sendable, Hashable {
    /// The number with its unit, or a dash.
    public var number: String
    /// What it counts.
    public var name: String
    /// What there is to know beside it, or why there is no number; may be empty.
    public var remark: String

    /// The figures of an answer, in the order of reading.
    static func all(_ timeline: AnswerTimeline) -> [Headline] {
        let report = timeline.delivery
        return [
            duration(timeline), pace(report), fillers(timeline), pauses(timeline), speaking(report),
        ]
    }

    private static func duration(_ timeline: AnswerTimeline) -> Headline {
        let latency = timeline.delivery.responseLatencySeconds
        let begin = latency.value.map { "speech begins after \(FixedPoint($0, places: 1)) s" }
        return Headline(
            number: "\(ClockTime(timeline.durationSeconds))", name: "duration",
            remark: begin ?? latency.absentBecause ?? "")
    }

    private static func pace(_ report: DeliveryReport) -> Headline {
        Headline(
            report.wordsPerMinute, name: "words a minute", remark: "easy to follow: \(PaceBand.limits)"
        ) { "\(FixedPoint($0))" }
    }

    private static func fillers(_ timeline: AnswerTimeline) -> Headline {
        guard !timeline.words.isEmpty else {
            return Headline(number: "–", name: "fillers", remark: "no words were heard")
        }
        let count = timeline.count(of: .filledPause) + timeline.count(of: .lexical)
        let rate = timeline.delivery.fillersPerMinute.value.map { "\(FixedPoint($0, places: 1)) a minute" }
        return Headline(number: "\(count)", name: count == 1 ? "filler" : "fillers", remark: rate ?? "")
    }

    private static func pauses(_ timeline: AnswerTimeline) -> Headline {
        guard let longest = timeline.longestPause else {
            return Headline(number: "–", name: "longest pause", remark: "there was no pause")
        }
        let count = timeline.pauses.count
        return Headline(
            number: "\(FixedPoint(longest.durationSeconds, places: 1)) s",
            name: count == 1 ? "the only pause" : "longest of \(count) pauses",
            remark: "at \(ClockTime(longest.startSeconds))")
    }

    private static func speaking(_ report: DeliveryReport) -> Headline {
        Headline(report.phonationTimeRatio, name: "of the time speaking", remark: "from first to last sound")
        {
            "\(FixedPoint($0 * 100)) %"
        }
    }
}

extension Headline {
    /// A figure of the report, or why there is none.
    private init(_ figure: Figure, name: String, remark: String, number: (Double) -> String) {
        self.name = name
        self.number = figure.value.map(number) ?? "–"
        self.remark = figure.value == nil ? figure.absentBecause ?? "" : remark
    }
}
