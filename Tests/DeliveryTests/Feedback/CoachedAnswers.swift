import Delivery
import Signal
import Speech

/// Answers whose feedback is known, to be changed in one thing.
enum CoachedAnswers {
    /// A minute of different words at 130 a minute, spoken from 0.5 s on without a filler or a pause.
    static func plain(_ change: (inout DeliveryReport) -> Void = { _ in }) -> DeliveryReport {
        let step = 60.0 / 130
        let words = (0..<130).map {
            Word(
                text: "item\($0)",
                time: TimeRange(startSeconds: Double($0) * step, endSeconds: Double($0 + 1) * step))
        }
        var report = DeliveryReport(
            words: words, speech: TestAnswer.ranges((0.5, 60)), syllables: [],
            quality: TestAnswer.quality(seconds: 60))
        change(&report)
        return report
    }

    /// The words of a text, each 0.3 s long and said without a gap; `|2.5` is a pause of 2.5 s.
    static func analysis(_ text: String) -> AnswerAnalysis {
        var words: [Word] = []
        var speech: [TimeRange] = []
        var start = 0.0
        var time = 0.0
        for part in text.split(separator: " ") {
            if part.hasPrefix("|"), let pause = Double(part.dropFirst()) {
                speech.append(TimeRange(startSeconds: start, endSeconds: time))
                time += pause
                start = time
            } else {
                words.append(
                    Word(text: String(part), time: TimeRange(startSeconds: time, endSeconds: time + 0.3)))
                time += 0.3
            }
        }
        let whole = TimeRange(startSeconds: 0, endSeconds: time)
        return AnswerAnalysis(
            transcript: Transcript(segments: [.init(time: whole, words: words)], recognizer: "a script"),
            speech: speech + [TimeRange(startSeconds: start, endSeconds: time)], syllables: [],
            quality: TestAnswer.quality(seconds: time))
    }

    /// The limits of a recording with problems, of whose words so many are probably wrong.
    static func limits(
        _ problems: [RecordingQuality.Problem] = [], signalToNoiseDB: Double = 36, errors: Double? = nil
    ) -> FigureLimits {
        var quality = TestAnswer.quality(seconds: 60)
        quality.problems = problems
        quality.signalToNoiseDB = signalToNoiseDB
        return FigureLimits(quality: quality, expectedWordErrorRate: errors)
    }

    /// What is said of one thing in a report.
    static func said(_ kind: Observation.Kind, of report: DeliveryReport) -> Observation? {
        DeliveryFeedback(report).observations.first { $0.kind == kind }
    }

    /// What is said of one thing in an answer whose words are known.
    static func said(_ kind: Observation.Kind, of analysis: AnswerAnalysis) -> Observation? {
        DeliveryFeedback(analysis).observations.first { $0.kind == kind }
    }
}
