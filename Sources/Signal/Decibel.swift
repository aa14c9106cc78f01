import Foundation

/// Levels in dB re full scale, where 1.0 is 0 dB.
enum Decibel {
    /// What stands for digital silence: below the quantisation noise of 16 bits (-98 dB).
    static let silence: Float = -120

    /// The level of a mean square.
    static func level(power: Float) -> Float {
        power > 1e-12 ? max(silence, 10 * log10f(power)) : silence
    }

    /// The level of a magnitude.
    static func level(magnitude: Float) -> Float { level(power: magnitude * magnitude) }

    /// The mean square of a level.
    static func power(level: Float) -> Float { powf(10, level / 10) }
}
