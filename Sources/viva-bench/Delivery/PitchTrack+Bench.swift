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

    /// The value at a time, in hertz: between two voiced values that follow each other on the straight line of their logarithms, as a
    /// pitch moves by 20 cents and more from one to the next; else the nearest. `nil` farther away than half a hop from the
    /// first or the last.
    func hertz(at seconds: Double) -> Double? {
        let place = (seconds - startSeconds) / Self.hopSeconds
        guard frequenciesHz.indices.contains(Int(place.rounded())) else { return nil }
        let lower = Int(place.rounded(.down))
        let nearest = Double(frequenciesHz[Int(place.rounded())])
        guard lower >= 0, lower + 1 < frequenciesHz.count else { return nearest }
        let (before, after) = (Double(frequenciesHz[lower]), Double(frequenciesHz[lower + 1]))
        guard before > 0, after > 0, abs(log2(after / before)) < Self.jumpOctaves else { return nearest }
        return before * pow(after / before, place - Double(lower))
    }

    /// A step of so many octaves in 10 ms is no glide.
    private static let jumpOctaves = 0.2

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
