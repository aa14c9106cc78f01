import Foundation
import Speech

/// A tone with the harmonics of a voice whose pitch is known at every moment, between two silences.
struct MadeTone {
    /// How long the tone sounds, in seconds.
    static let seconds = 1.0
    /// How long each silence around it is, in seconds.
    static let quietSeconds = 0.5
    /// How loud the tone is: its root mean square in dB re 1.0.
    private static let levelDBFS = -20.0
    /// Where the harmonics end, in hertz: a voice has little above.
    private static let highestHz = 3500.0
    /// How long the tone takes to rise and to fall, in seconds, so that its edges do not click.
    private static let edgeSeconds = 0.02

    /// The pitch at the start, in hertz.
    let startHz: Double
    /// The pitch at the end, in hertz; between both it moves by the same number of semitones in every second.
    let endHz: Double

    /// Tones over the range of voices.
    static let steady = [80.0, 100, 125, 160, 200, 250, 315, 400].map { MadeTone(startHz: $0, endHz: $0) }
    /// Up and down an octave, which is faster than most speech.
    static let glides = [(80.0, 160.0), (110, 220), (200, 400)].flatMap { low, high in
        [MadeTone(startHz: low, endHz: high), MadeTone(startHz: high, endHz: low)]
    }

    /// Where the tone lies in its samples.
    static let time = TimeRange(startSeconds: quietSeconds, endSeconds: quietSeconds + seconds)

    /// The pitch at a time from the start of the samples, in hertz.
    func hertz(at time: Double) -> Double {
        startHz * pow(endHz / startHz, (time - Self.quietSeconds) / Self.seconds)
    }

    /// The silence, the tone, whose harmonics fall by 6 dB an octave, and the silence, at 16 kHz.
    func samples() -> [Float] {
        let quiet = [Float](repeating: 0, count: AudioBuffer.sample(Self.quietSeconds))
        let harmonics = 1...Int(Self.highestHz / max(startHz, endHz))
        var turns = 0.0
        let tone = (0..<AudioBuffer.sample(Self.seconds)).map { place -> Float in
            let time = AudioBuffer.seconds(place)
            turns += hertz(at: Self.quietSeconds + time) / Double(AudioBuffer.sampleRateHz)
            let sound = harmonics.map { sin(2 * .pi * Double($0) * turns) / Double($0) }.reduce(0, +)
            return Float(sound * min(1, time / Self.edgeSeconds, (Self.seconds - time) / Self.edgeSeconds))
        }
        return quiet + SoundLevel.at(Self.levelDBFS, tone) + quiet
    }
}
