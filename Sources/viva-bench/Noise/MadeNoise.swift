import Foundation
import Speech

/// Noise of one colour, at any level.
enum MadeNoise: String, CaseIterable {
    /// The same power at every frequency.
    case white
    /// The same power in every octave, as rain and traffic have it.
    case pink
    /// Falling by 6 dB an octave above 50 Hz, as a quiet room with a fan has it.
    case brown

    /// So many samples at 16 kHz.
    func samples(_ count: Int, _ random: inout SplitMix64) -> [Float] {
        switch self {
        case .white: Self.white(count, &random)
        case .pink: Self.pink(count, &random)
        case .brown: Self.brown(count, &random)
        }
    }

    /// Normal random numbers (Box and Muller 1958).
    private static func white(_ count: Int, _ random: inout SplitMix64) -> [Float] {
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

    /// White noise through a low-pass of the first order.
    private static func brown(_ count: Int, _ random: inout SplitMix64) -> [Float] {
        let kept = Float(exp(-2 * .pi * 50 / Double(AudioBuffer.sampleRateHz)))
        var value: Float = 0
        return white(count, &random).map { fresh in
            value = kept * value + fresh
            return value
        }
    }
}
