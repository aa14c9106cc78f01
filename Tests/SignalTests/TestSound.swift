import Foundation
import Speech

/// Sounds for tests, the same at every run.
enum TestSound {
    static func silence(_ seconds: Double) -> [Float] {
        [Float](repeating: 0, count: AudioBuffer.sample(seconds))
    }

    static func sine(_ hertz: Double, level: Float, _ seconds: Double) -> [Float] {
        (0..<AudioBuffer.sample(seconds)).map {
            level * Float(sin(2 * .pi * hertz * AudioBuffer.seconds($0)))
        }
    }

    /// White noise of an RMS of `level`.
    static func noise(level: Float, _ seconds: Double, seed: UInt64 = 1) -> [Float] {
        var random = SplitMix64(seed: seed)
        return (0..<AudioBuffer.sample(seconds)).map { _ in
            Float.random(in: -1...1, using: &random) * level * 1.732
        }
    }

    /// Key presses: bursts of noise that die within 10 ms, a few each second.
    static func clicks(level: Float, _ seconds: Double) -> [Float] {
        var random = SplitMix64(seed: 7)
        var samples = silence(seconds)
        var position = 3000
        while position + 800 < samples.count {
            for index in 0..<800 {
                samples[position + index] +=
                    Float.random(in: -level...level, using: &random) * exp(-Float(index) / 60)
            }
            position += Int.random(in: 2200...4500, using: &random)
        }
        return samples
    }

    /// A voice that says syllables of 0.2 s without a stop: pulses at about 120 Hz through three resonances that
    /// move from vowel to vowel, with a dip between each two. Its peaks lie near `level`.
    static func voice(syllables: Int, level: Float = 0.3) -> [Float] {
        let vowels: [[Double]] = [
            [700, 1200, 2500], [300, 2200, 2900], [450, 900, 2400], [550, 1750, 2500],
        ]
        let count = AudioBuffer.sample(0.2)
        var samples: [Float] = []
        var phase = 0.0
        for syllable in 0..<syllables {
            var resonators = vowels[syllable % vowels.count].map { Resonator(hertz: $0, bandwidthHz: 90) }
            for index in 0..<count {
                phase += (120 + 15 * sin(Double(samples.count) / 9000)) / Double(AudioBuffer.sampleRateHz)
                let pulse: Double = phase >= 1 ? 1 : 0
                if phase >= 1 { phase -= 1 }
                let sum = resonators.indices.reduce(0.0) {
                    $0 + resonators[$1].filter(pulse) / Double($1 + 1)
                }
                let envelope = pow(sin(.pi * (Double(index) + 0.5) / Double(count)), 1.5)
                samples.append(Float(sum * envelope))
            }
        }
        let peak = samples.reduce(0) { max($0, abs($1)) }
        return samples.map { $0 / max(peak, 1e-9) * level }
    }

    /// Noise shaped like whispered syllables.
    static func whisper(syllables: Int, level: Float) -> [Float] {
        let count = AudioBuffer.sample(0.2)
        let breath = noise(level: level, Double(syllables) * 0.2, seed: 5)
        return breath.indices.map { index in
            let envelope = pow(sin(Float.pi * (Float(index % count) + 0.5) / Float(count)), 1.5)
            return breath[index] * (0.06 + envelope)
        }
    }

    /// Two sounds at once; the longer one decides the length.
    static func mix(_ first: [Float], _ second: [Float]) -> [Float] {
        (0..<max(first.count, second.count)).map { index in
            (index < first.count ? first[index] : 0) + (index < second.count ? second[index] : 0)
        }
    }

    /// The sound in buffers of varying length.
    static func buffers(_ samples: [Float], lengths: [Int]) -> [AudioBuffer] {
        var buffers: [AudioBuffer] = []
        var start = 0
        while start < samples.count {
            let end = min(start + lengths[buffers.count % lengths.count], samples.count)
            buffers.append(AudioBuffer(samples: Array(samples[start..<end]), startSample: start))
            start = end
        }
        return buffers
    }
}

/// A resonance of the second order.
private struct Resonator {
    private let first: Double
    private let second: Double
    private var latest = 0.0
    private var earlier = 0.0

    init(hertz: Double, bandwidthHz: Double) {
        let radius = exp(-.pi * bandwidthHz / Double(AudioBuffer.sampleRateHz))
        first = 2 * radius * cos(2 * .pi * hertz / Double(AudioBuffer.sampleRateHz))
        second = -radius * radius
    }

    mutating func filter(_ input: Double) -> Double {
        let output = input + first * latest + second * earlier
        earlier = latest
        latest = output
        return output
    }
}
