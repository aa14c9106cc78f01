import Delivery
import Foundation
import Signal
import Speech

/// Answers for tests.
enum TestAnswer {
    /// The words of a text, each 0.3 s long and said without a gap; `_` is a pause of 0.6 s.
    static func words(_ text: String, from start: Double = 0) -> [Word] {
        var words: [Word] = []
        var time = start
        for part in text.split(separator: " ") {
            guard part != "_" else {
                time += 0.6
                continue
            }
            words.append(
                Word(text: String(part), time: TimeRange(startSeconds: time, endSeconds: time + 0.3)))
            time += 0.3
        }
        return words
    }

    /// Words at equal steps over a stretch, each as long as three fifths of a step.
    static func words(every step: Double, in range: TimeRange) -> [Word] {
        (0..<Int((range.durationSeconds / step).rounded())).map { number in
            let start = range.startSeconds + Double(number) * step
            return Word(text: "word", time: TimeRange(startSeconds: start, endSeconds: start + 0.6 * step))
        }
    }

    static func ranges(_ ranges: (Double, Double)...) -> [TimeRange] {
        ranges.map { TimeRange(startSeconds: $0.0, endSeconds: $0.1) }
    }

    /// Nuclei at equal steps, the first half a step after the start.
    static func syllables(_ count: Int, in range: TimeRange) -> [SyllableNucleus] {
        let step = range.durationSeconds / Double(count)
        return (0..<count).map {
            SyllableNucleus(timeSeconds: range.startSeconds + (Double($0) + 0.5) * step, levelDB: -20)
        }
    }

    static func quality(seconds: Double, levelDBFS: Double? = -24) -> RecordingQuality {
        RecordingQuality(
            durationSeconds: seconds, speechSeconds: seconds / 2, peakDBFS: -3, speechLevelDBFS: levelDBFS,
            noiseLevelDBFS: -60, signalToNoiseDB: 36, clippedShare: 0, problems: [])
    }

    /// A value written as JSON and read again.
    static func throughJSON<Value: Codable>(_ value: Value) throws -> Value {
        try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
    }
}
