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
        case .quietNoise: SoundLevel.at(-60, Self.white(count, &random))
        case .loudNoise: SoundLevel.at(-30, Self.white(count, &random))
        case .pinkNoise: SoundLevel.at(-30, Self.pink(count, &random))
        case .mainsHum: SoundLevel.at(-30, Self.hum(count, &random))
        case .music: SoundLevel.at(-20, MadeMusic.samples(count, &random))
        }
    }

    /// Normal random numbers (Box and Muller 1958).
    static func white(_ count: Int, _ random: inout SplitMix64) -> [Float] {
        (0..<count).map { _ in
            // Above zero, so that the logarithm is finite.
            let radius = (-2 * log(1 - Double.random(in: 0..<1, using: &random))).squareRoot()
            return Float(radius * cos(2 * .pi * Double.random(in: 0..<1, using: &random)))
        }
    }

    /// The sum of sixteen random numbers of which the first changes with every second sample, the next with every fourth
    /// and so on (Voss's algorithm in Gardner 1978, "White and brown music", in the order of McCartney).
    private static func pink(_ count: Int, _ random: inout SplitMix64) -> [Float] {
        var rows = white(16, &random)
        let fresh = white(2 * count, &random)
        return (0..<count).map { place in
            let row = (place + 1).trailingZeroBitCount
            if row < rows.count { rows[row] = fresh[2 * place] }
            return rows.reduce(0, +) + fresh[2 * place + 1]
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
