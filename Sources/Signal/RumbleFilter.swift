import Foundation
import Speech

/// Takes away what lies under the voice: a constant offset, rumble and the fundamental of mains hum.
///
/// A Butterworth high-pass of the second order at 80 Hz (bilinear transform; Bristow-Johnson, "Audio EQ Cookbook").
/// Samples that are not finite count as zero, and what is absurdly large is limited, so that everything computed from
/// the output is finite.
struct RumbleFilter: Sendable {
    private static let sampleLimit: Float = 1000

    private let gain: Float
    private let feedback: (first: Float, second: Float)
    private var inputs: (latest: Float, earlier: Float)?
    private var outputs: (latest: Float, earlier: Float) = (0, 0)

    init() {
        let angle = 2 * Double.pi * 80 / Double(AudioBuffer.sampleRateHz)
        let alpha = sin(angle) / 2.squareRoot()
        gain = Float((1 + cos(angle)) / 2 / (1 + alpha))
        feedback = (Float(-2 * cos(angle) / (1 + alpha)), Float((1 - alpha) / (1 + alpha)))
    }

    /// A sample that everything can be computed with.
    static func limited(_ sample: Float) -> Float {
        sample.isFinite ? min(max(sample, -sampleLimit), sampleLimit) : 0
    }

    /// The next sample without the rumble.
    mutating func filter(_ sample: Float) -> Float {
        let input = Self.limited(sample)
        // The first sample is taken as the offset, so that a constant recording gives no step at its start.
        let before = inputs ?? (input, input)
        var output = gain * (input - 2 * before.latest + before.earlier)
        output -= feedback.first * outputs.latest + feedback.second * outputs.earlier
        // Numbers near zero decay into denormals, which are slow.
        if abs(output) < 1e-9 { output = 0 }
        inputs = (input, before.latest)
        outputs = (output, outputs.latest)
        return output
    }
}
