import Delivery
import Speech

/// A transcript as a Praat TextGrid in the long text format, with the tiers `words`, `utterances` and `fillers`; with the delivery
/// also `pauses`, `taken back` and the points `syllables`.
///
/// Every tier covers the whole recording; where nothing was said its intervals are empty. Source: "TextGrid file
/// formats" in Praat's manual.
struct TextGrid {
    let text: String

    /// A labelled stretch in milliseconds.
    private struct Interval {
        var start: Int
        var end: Int
        var label: String
    }

    init(_ transcript: WrittenTranscript, analysis: AnswerAnalysis? = nil) {
        // Praat refuses a grid without a length.
        let end = max(1, Milliseconds.of(transcript.durationSeconds))
        let words = transcript.words.map { ($0.time, $0.text) }
        let utterances = transcript.utterances.map { ($0.time, $0.text) }
        let heard = transcript.words.filter(\.isFilledPause).map { ($0.time, $0.text) }
        let fillers = analysis?.delivery.fillers.map { ($0.time, $0.text) } ?? heard
        var tiers = [("words", words), ("utterances", utterances), ("fillers", fillers)]
        if let analysis { tiers += Self.tiers(of: analysis.delivery) }
        let points = analysis?.contours.map { [("syllables", $0.syllablesSeconds)] } ?? []
        var lines = ["File type = \"ooTextFile\"", "Object class = \"TextGrid\"", ""]
        lines += [
            "xmin = 0", "xmax = \(Self.seconds(end))", "tiers? <exists>",
            "size = \(tiers.count + points.count)",
        ]
        lines.append("item []:")
        for (index, tier) in tiers.enumerated() {
            lines += Self.lines(
                index + 1, name: tier.0, intervals: Self.intervals(tier.1, end: end), end: end)
        }
        for (index, tier) in points.enumerated() {
            lines += Self.lines(tiers.count + index + 1, name: tier.0, points: tier.1, end: end)
        }
        text = lines.map { $0 + "\n" }.joined()
    }

    /// Pauses by where they lie, and the words taken back.
    private static func tiers(of delivery: DeliveryReport) -> [(String, [(TimeRange, String)])] {
        let placed = delivery.pauseDetails?.pauses.map { pause in
            switch pause.place {
            case .insidePhrase: (pause.time, "inside a phrase")
            case .phraseEnd: (pause.time, "phrase end")
            case .unknown: (pause.time, "pause")
            }
        }
        let found = delivery.disfluencies?.found.map { ($0.time, "\($0.kind.rawValue): \($0.text)") }
        return [
            ("pauses", placed ?? delivery.pauses.map { ($0, "pause") }), ("taken back", found ?? []),
        ]
    }

    /// Intervals without gaps from 0 to `end`. A label that has no length of its own goes with the one before it, or
    /// with the first that follows, so that no word is lost.
    private static func intervals(_ labelled: [(TimeRange, String)], end: Int) -> [Interval] {
        var intervals: [Interval] = []
        var reached = 0
        var waiting: [String] = []
        for (time, label) in labelled {
            let start = min(max(Milliseconds.of(time.startSeconds), reached), end)
            let stop = min(max(Milliseconds.of(time.endSeconds), start), end)
            guard stop > start else {
                if let last = intervals.indices.last, !intervals[last].label.isEmpty {
                    intervals[last].label += " " + label
                } else {
                    waiting.append(label)
                }
                continue
            }
            if start > reached { intervals.append(Interval(start: reached, end: start, label: "")) }
            let label = (waiting + [label]).joined(separator: " ")
            waiting = []
            intervals.append(Interval(start: start, end: stop, label: label))
            reached = stop
        }
        if reached < end || !waiting.isEmpty {
            intervals.append(
                Interval(start: reached, end: end, label: waiting.joined(separator: " ")))
        }
        return intervals
    }

    private static func lines(_ number: Int, name: String, intervals: [Interval], end: Int) -> [String] {
        var lines = [
            "    item [\(number)]:", "        class = \"IntervalTier\"", "        name = \"\(name)\"",
        ]
        lines += ["        xmin = 0", "        xmax = \(seconds(end))"]
        lines.append("        intervals: size = \(intervals.count)")
        for (index, interval) in intervals.enumerated() {
            lines.append("        intervals [\(index + 1)]:")
            lines.append("            xmin = \(seconds(interval.start))")
            lines.append("            xmax = \(seconds(interval.end))")
            lines.append("            text = \"\(escaped(interval.label))\"")
        }
        return lines
    }

    /// Points without a label, each a millisecond after the one before at least.
    private static func lines(_ number: Int, name: String, points: [Double], end: Int) -> [String] {
        var times: [Int] = []
        for point in points.map(Milliseconds.of) where point > times.last ?? -1 && point <= end {
            times.append(point)
        }
        var lines = ["    item [\(number)]:", "        class = \"TextTier\"", "        name = \"\(name)\""]
        lines += [
            "        xmin = 0", "        xmax = \(seconds(end))", "        points: size = \(times.count)",
        ]
        for (index, time) in times.enumerated() {
            lines.append("        points [\(index + 1)]:")
            lines.append("            number = \(seconds(time))")
            lines.append("            mark = \"\"")
        }
        return lines
    }

    private static func escaped(_ label: String) -> String {
        label.onOneLine.replacing("\"", with: "\"\"")
    }

    private static func seconds(_ milliseconds: Int) -> String {
        milliseconds == 0 ? "0" : FixedPoint(Double(milliseconds) / 1000, places: 3).description
    }
}
