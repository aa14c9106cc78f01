import Delivery
import Speech

/// An answer's key facts in sentences, for somebody who does not see the picture.
struct TimelineSummary: Sendable {
    let timeline: AnswerTimeline

    /// The marks that are told with their times; more would take longer to listen to than the answer.
    private static let mostPlaces = 12

    /// All sentences.
    var text: String {
        let facts =
            timeline.speech.isEmpty ? [length] : [length, pace, pauses, marks, places, pitch, doubtful]
        return (facts.compactMap(\.self) + timeline.notes).joined(separator: " ")
    }

    private var report: DeliveryReport { timeline.delivery }

    private var length: String? {
        timeline.durationSeconds > 0
            ? "The recording lasts \(Self.spoken(seconds: timeline.durationSeconds))." : nil
    }

    private var pace: String {
        let speaking = report.phonationTimeRatio.value.map {
            " Speech takes \(FixedPoint($0 * 100)) percent of the time from its first to its last sound."
        }
        guard let words = report.wordsPerMinute.value else {
            return "\(Self.counted(report.wordCount, "word")) heard.\(speaking ?? "")"
        }
        let judged =
            switch PaceBand(words) {
            case .faster: "faster than"
            case .slower: "slower than"
            case .within: "within"
            }
        return
            "\(Self.counted(report.wordCount, "word")) heard, \(FixedPoint(words)) a minute: \(judged) the "
            + "\(PaceBand.limits) that listeners follow easily.\(speaking ?? "")"
    }

    private var pauses: String {
        guard let longest = timeline.longestPause else { return "There is no pause." }
        let length = "\(FixedPoint(longest.durationSeconds, places: 1)) seconds"
        let place = "at \(ClockTime(longest.startSeconds))"
        return timeline.pauses.count == 1
            ? "There is one pause, of \(length) \(place)."
            : "There are \(timeline.pauses.count) pauses, the longest of \(length) \(place)."
    }

    /// How often each kind was found.
    private var marks: String {
        let found = timeline.soughtKinds.filter { timeline.count(of: $0) > 0 }
        guard !found.isEmpty else {
            return "There is no " + timeline.soughtKinds.map(\.name).joined(separator: ", no ") + "."
        }
        let counts = found.map { $0.counted(timeline.count(of: $0)) }.joined(separator: ", ")
        let rate = report.fillersPerMinute.value.map {
            " Filled pauses and lexical fillers come \(FixedPoint($0, places: 1)) times a minute."
        }
        return "Found: \(counts).\(rate ?? "")"
    }

    /// What was said where.
    private var places: String? {
        guard !timeline.marks.isEmpty else { return nil }
        let told = timeline.marks.prefix(Self.mostPlaces).map {
            "\($0.kind.name) “\($0.text)” at \(ClockTime($0.time.startSeconds))"
        }
        let rest = timeline.marks.count - told.count
        let list = told.joined(separator: ", ") + (rest > 0 ? ", and \(rest) more" : "")
        return "In the order of time: \(list)."
    }

    private var pitch: String? {
        guard let pitch = timeline.pitch else { return nil }
        let (low, high) = (FixedPoint(pitch.quantileHz(0.1)), FixedPoint(pitch.quantileHz(0.9)))
        return
            "The voice has a median pitch of \(FixedPoint(pitch.medianHz)) hertz and moves between "
            + "\(low) and \(high) most of the time."
    }

    private var doubtful: String? {
        let count = timeline.words.count { $0.isDoubtful || $0.isUncertain }
        return count > 0 ? "\(Self.counted(count, "word")) may be misheard." : nil
    }

    private static func counted(_ number: Int, _ name: String) -> String {
        "\(number) \(name)\(number == 1 ? "" : "s")"
    }

    /// A length as it is read out: "1 minute 32 seconds".
    static func spoken(seconds: Double) -> String {
        guard seconds >= 60 else { return "\(FixedPoint(seconds, places: 1)) seconds" }
        let total = Int(min(seconds, AnswerTimeline.longestSeconds))
        let parts = [(total / 3600, "hour"), (total / 60 % 60, "minute"), (total % 60, "second")]
        return parts.filter { $0.0 > 0 }.map { counted($0.0, $0.1) }.joined(separator: " ")
    }
}
