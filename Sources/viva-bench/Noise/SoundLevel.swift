import Foundation
import Speech

/// How loud samples are, and the same samples at another level. Levels are root mean squares in dB re 1.0.
enum SoundLevel {
    /// The level of samples; `nil` when they are all zero, or there are none.
    static func of(_ samples: some Collection<Float>) -> Double? {
        let power = samples.reduce(0.0) { $0 + Double($1) * Double($1) } / Double(max(1, samples.count))
        return power > 0 ? 10 * log10(power) : nil
    }

    /// The samples at a level; silence stays as it is.
    static func at(_ levelDBFS: Double, _ samples: [Float]) -> [Float] {
        guard let level = of(samples) else { return samples }
        let factor = Float(pow(10, (levelDBFS - level) / 20))
        return samples.map { $0 * factor }
    }
}
