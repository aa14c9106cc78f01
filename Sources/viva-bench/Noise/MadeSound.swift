import Foundation
import Speech

/// Sounds without a word in them, the same in every run.
enum MadeSound: String, CaseIterable {
    /// Nothing at all.
    case silence = "digital silence"
    /// White noise at -60 dBFS: a quiet room.
    case quietNoise = "quiet noise"
    /// White noise at -30 dBFS.
    case loudNoise = "loud noise"
    /// Noise with the same power in every octave, as rain and traffic have it, at -30 dBFS.
    case pinkNoise = "pink noise"
    /// 50 Hz and what is above them, at -30 dBFS.
    case mainsHum = "mains hum"
    /// Chords and a melody over them, at -20 dBFS.
    case music

    /// The sound at 16 kHz. Levels are root mean squares re 1.0.
    func samples(seconds: Double, seed: UInt64 = 1) -> [Float] {
        let count = AudioBuffer.sample(seconds)
        var random = SplitMix64(seed: seed)
        return switch self {
        case .silence: [Float](repeating: 0, count: count)
        case .quietNoise: SoundLevel.at(-60, MadeNoise.white.samples(count, &random))
        case .loudNoise: SoundLevel.at(-30, MadeNoise.white.samples(count, &random))
        case .pinkNoise: SoundLevel.at(-30, MadeNoise.pink.samples(count, &random))
        case .mainsHum: SoundLevel.at(-30, Self.hum(count, &random))
        case .music: SoundLevel.at(-20, MadeMusic.samples(count, &random))
        }
    }

    /// Odd harmonics are the louder ones, as transformers and rectifiers make them.
    private static func hum(_ count: Int, _ random: inout SplitMix64) -> [Float] {
        let harmonics = (1...20).map { number in
            (
                turns: 50 * Double(number) / Double(AudioBuffer.sampleRateHz),
                height: (number.isMultiple(of: 2) ? 0.3 : 1) / Double(number),
                phase: Double.random(in: 0..<1, using: &random)
            )
        }
        return (0..<count).map { place in
            Float(
                harmonics.map { $0.height * sin(2 * .pi * ($0.turns * Double(place) + $0.phase)) }
                    .reduce(0, +))
        }
    }
}
