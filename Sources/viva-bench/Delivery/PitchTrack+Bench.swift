import Foundation
import Signal
import Speech

extension PitchTrack {
    /// The track of samples at 16 kHz.
    init(of samples: [Float]) {
        var tracker = PitchTracker()
        tracker.process(AudioBuffer(samples: samples))
        self = tracker.finish()
    }

    /// The value nearest to a time, in hertz, 0 where there is no voice; `nil` when it lies farther away than half a hop,
    /// which is before the first or after the last.
    func hertz(at seconds: Double) -> Double? {
        let index = Int(((seconds - startSeconds) / Self.hopSeconds).rounded())
        guard frequenciesHz.indices.contains(index) else { return nil }
        return Double(frequenciesHz[index])
    }

    /// The standard deviation of voiced values around their mean, in semitones; `nil` for less than a second of them.
    ///
    /// - Parameters:
    ///   - frequencies: hertz, 0 where there is no voice.
    ///   - step: the time from one value to the next, in seconds.
    static func spreadSemitones(_ frequencies: [Double], step: Double) -> Double? {
        let pitches = frequencies.filter { $0 > 0 }.map { 12 * log2($0) }
        guard !pitches.isEmpty, Double(pitches.count) * step >= 1 else { return nil }
        let mean = pitches.reduce(0, +) / Double(pitches.count)
        let squares = pitches.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
        return (squares / Double(pitches.count)).squareRoot()
    }
}
