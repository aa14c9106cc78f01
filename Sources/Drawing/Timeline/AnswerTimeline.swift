public import Delivery
import Signal
public import Speech

/// What a picture of an answer shows, in the order of time: levels, words, pauses, fillers, pitch and pace.
///
/// ```swift
/// let timeline = AnswerTimeline(analysis)
/// print(TimelineSVG(timeline).text)
/// ```
///
/// Everything in it is finite and lies inside the recording, so that whatever is made of it needs no checks of its own.
public struct AnswerTimeline: Sendable, Hashable {
    /// What lies behind this is not drawn, in seconds: a day, longer than any answer.
    public static let longestSeconds = 86_400.0

    /// How long the recording is, in seconds.
    public let durationSeconds: Double
    /// The level of each 50 ms (`AnswerContours.hopSeconds`), in dB re full scale; `nil` when it was not kept.
    public let levelsDBFS: [Double]?
    /// What was heard, each word with what it is part of.
    public let words: [TimelineWord]
    /// The stretches of speech between the pauses.
    public let speech: [TimeRange]
    /// The silent pauses.
    public let pauses: [TimeRange]
    /// Fillers, repetitions and restarts.
    public let marks: [TimelineMark]
    /// The kinds of marks that were looked for: an analysis that was saved by an older version knows no repetitions.
    public let soughtKinds: [TimelineMark.Kind]
    /// The melody; `nil` when it was not kept, or nothing is voiced.
    public let pitch: TimelinePitch?
    /// The pace over time; `nil` when its syllables were not kept, or there are too few.
    public let pace: TimelinePace?
    /// The figures of the answer.
    public let delivery: DeliveryReport
    /// What is missing in the picture, and why, in sentences.
    public let notes: [String]

    /// What is to be drawn of an analysis.
    public init(_ analysis: AnswerAnalysis) {
        let report = analysis.delivery
        let contours = analysis.contours
        let words = analysis.transcript.words
        let duration = Self.duration(report.durationSeconds, words: words)
        let place = { (time: TimeRange) in Self.placed(time, duration) }
        let marks = Self.marks(report).compactMap { mark in
            place(mark.time).map { TimelineMark(kind: mark.kind, text: mark.text, time: $0) }
        }.sorted { $0.time.startSeconds < $1.time.startSeconds }
        durationSeconds = duration
        self.words = Self.words(words, marks: marks, place: place)
        let speech = report.runs.compactMap(place)
        self.speech = speech
        pauses = report.pauses.compactMap(place)
        self.marks = marks
        soughtKinds = TimelineMark.Kind.allCases.filter { report.disfluencies != nil || !$0.isTakenBack }
        levelsDBFS = contours?.levelsDBFS.map { $0.isFinite ? min(max($0, -120), 0) : -120 }
        pitch = contours.flatMap { TimelinePitch(pitchesHz: $0.pitchesHz) }
        pace = contours.flatMap {
            TimelinePace(
                report, speech: speech, syllablesSeconds: $0.syllablesSeconds, durationSeconds: duration)
        }
        delivery = report
        notes = Self.notes(analysis, hasWords: !self.words.isEmpty, hasPitch: pitch != nil)
    }

    /// How often a kind was found.
    public func count(of kind: TimelineMark.Kind) -> Int { marks.count { $0.kind == kind } }

    /// The figures of the answer in the order of reading.
    public var headlines: [Headline] { Headline.all(self) }

    /// The key facts in sentences, for somebody who does not see the picture.
    public var summary: String { TimelineSummary(timeline: self).text }

    /// What the letters of the marks mean and how often each occurs: "F = 3 filled pauses, H = 1 hedge"; empty where nothing is
    /// marked.
    public var legend: String {
        soughtKinds.filter { count(of: $0) > 0 }.map { "\($0.letter) = \($0.counted(count(of: $0)))" }
            .joined(separator: ", ")
    }

    /// The longest pause that is drawn; `nil` when there is none.
    var longestPause: TimeRange? { pauses.max { $0.durationSeconds < $1.durationSeconds } }

    /// The length of the recording, or of what was heard where the report does not know it.
    private static func duration(_ seconds: Double, words: [Word]) -> Double {
        if seconds.isFinite, seconds > 0 { return min(seconds, longestSeconds) }
        let ends = words.map(\.time.endSeconds).filter(\.isFinite)
        return min(max(ends.max() ?? 0, 0), longestSeconds)
    }

    /// The part of a time that lies inside the recording; `nil` when there is none.
    private static func placed(_ time: TimeRange, _ duration: Double) -> TimeRange? {
        guard time.isFinite, time.startSeconds < duration, time.endSeconds >= 0 else { return nil }
        return TimeRange(
            startSeconds: max(0, time.startSeconds), endSeconds: min(duration, time.endSeconds))
    }

    private static func marks(_ report: DeliveryReport) -> [TimelineMark] {
        report.fillers.map { TimelineMark($0) } + (report.disfluencies?.found ?? []).map { TimelineMark($0) }
    }

    /// The words with what they are part of: a filler among words taken back is a filler.
    private static func words(
        _ words: [Word], marks: [TimelineMark], place: (TimeRange) -> TimeRange?
    ) -> [TimelineWord] {
        var shown = words.compactMap { word in
            word.text.isEmpty ? nil : place(word.time).map { TimelineWord(word, time: $0) }
        }.sorted { $0.time.startSeconds < $1.time.startSeconds }
        var first = 0
        for mark in marks {
            let texts = Set(mark.text.split(separator: " ").map { Word.plain($0) })
            // Marks begin in the order of time, so no later one needs what begins before this one.
            while first < shown.count, shown[first].time.startSeconds < mark.time.startSeconds - 1e-6 {
                first += 1
            }
            var index = first
            while index < shown.count, shown[index].time.startSeconds < mark.time.endSeconds - 1e-6 {
                // Times may overlap a little, so that a word has to be one of those that were marked as well.
                if shown[index].mark?.isTakenBack ?? true, texts.contains(Word.plain(shown[index].text)) {
                    shown[index].mark = mark.kind
                }
                index += 1
            }
        }
        return shown
    }

    private static func notes(_ analysis: AnswerAnalysis, hasWords: Bool, hasPitch: Bool) -> [String] {
        let problems = analysis.quality.problems
        var notes = problems.map(\.explanation)
        let hasNoSpeech = problems.contains { [.empty, .silent, .noSpeech].contains($0) }
        if !hasWords, !hasNoSpeech { notes.append("No words were understood.") }
        if problems.contains(.empty) { return notes }
        if analysis.contours == nil {
            notes.append(
                "Level, pitch and pace are not drawn: this answer was saved before Viva kept them.")
        } else if !hasPitch, !hasNoSpeech {
            notes.append("No pitch is drawn: nothing in the answer is voiced.")
        }
        if let reason = analysis.delivery.wordsPerMinute.absentBecause, !hasNoSpeech, hasWords {
            notes.append("There is no pace in words a minute: \(reason).")
        }
        return notes
    }
}
