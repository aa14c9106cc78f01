import Foundation
import Speech

/// Music without a voice: four chords in turn, and a melody that chance takes from their scale.
enum MadeMusic {
    private static let secondsPerBeat = 0.6
    /// The notes of each chord in semitones above middle C: C major, G major, A minor, F major.
    private static let chords = [[0, 4, 7], [-5, -1, 2], [-3, 0, 4], [-7, -3, 0]]
    /// The pentatonic scale over an octave and a half.
    private static let scale = [12, 14, 16, 19, 21, 24, 26]
    private static let middleCHz = 261.63

    /// So many samples at 16 kHz.
    static func samples(_ count: Int, _ random: inout SplitMix64) -> [Float] {
        var samples = [Float](repeating: 0, count: count)
        let beat = AudioBuffer.sample(secondsPerBeat)
        for (number, start) in stride(from: 0, to: count, by: beat).enumerated() {
            if number.isMultiple(of: 4) {
                for note in chords[number / 4 % chords.count] {
                    add(note, seconds: 4 * secondsPerBeat, height: 0.5, at: start, to: &samples)
                }
            }
            // One note or two in a beat, now and then none.
            let notes = Int.random(in: 0...2, using: &random)
            for part in 0..<notes {
                let note = scale[Int.random(in: 0..<scale.count, using: &random)]
                add(
                    note, seconds: secondsPerBeat, height: 1, at: start + part * beat / max(1, notes),
                    to: &samples)
            }
        }
        return samples
    }

    /// A plucked tone: six harmonics, the higher ones fading sooner.
    private static func add(
        _ semitones: Int, seconds: Double, height: Double, at start: Int, to samples: inout [Float]
    ) {
        let hertz = middleCHz * pow(2, Double(semitones) / 12)
        let length = AudioBuffer.sample(seconds)
        for place in start..<max(start, min(samples.count, start + length)) {
            let time = AudioBuffer.seconds(place - start)
            // A rise of 10 ms and a fall of 20 ms keep the edges from clicking.
            let edge = min(1, time / 0.01, (seconds - time) / 0.02)
            var value = 0.0
            for harmonic in 1...6 {
                let fade = exp(-time * (1.5 + Double(harmonic)))
                value += fade / Double(harmonic) * sin(2 * .pi * hertz * Double(harmonic) * time)
            }
            samples[place] += Float(height * edge * value)
        }
    }
}
