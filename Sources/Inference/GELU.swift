/// The Gaussian error linear unit: *x Φ(x)* with the distribution function *Φ* of the normal distribution (Hendrycks and
/// Gimpel 2016).
public enum GELU {
    /// Puts every number through the unit.
    public static func apply(to matrix: inout Matrix) {
        matrix.values.withUnsafeMutableBufferPointer { values in
            let count = values.count
            guard let values = values.baseAddress else { return }
            Processors.share(count, least: 1 << 15) { part in
                apply(to: values + part.lowerBound, count: part.count)
            }
        }
    }

    private static func apply(to values: UnsafeMutablePointer<Float>, count: Int) {
        var index = 0
        while index + 8 <= count {
            let place = UnsafeMutableRawPointer(values + index)
            place.storeBytes(of: unit(place.loadUnaligned(as: SIMD8<Float>.self)), as: SIMD8<Float>.self)
            index += 8
        }
        while index < count {
            values[index] = unit(SIMD8(repeating: values[index]))[0]
            index += 1
        }
    }

    /// *x / 2 (1 + erf(x / √2))*, the error function by formula 7.1.26 of Abramowitz and Stegun, "Handbook of Mathematical
    /// Functions" (1964), whose error is at most 1.5e-7.
    @inline(__always)
    private static func unit(_ value: SIMD8<Float>) -> SIMD8<Float> {
        // Far below 0 it is 0, but 0 times -infinity is no number.
        let x = value.replacing(with: -.greatestFiniteMagnitude, where: value .< -.greatestFiniteMagnitude)
        let z = x * 0.707_106_78
        let size = z.replacing(with: -z, where: z .< 0)
        let t = 1 / (1 + size * 0.327_591_1)
        var series = t * 1.061_405_429 - 1.453_152_027
        series = series * t + 1.421_413_741
        series = series * t - 0.284_496_736
        series = series * t + 0.254_829_592
        let magnitude = 1 - series * t * Exponential.exp(-size * size)
        let erf = magnitude.replacing(with: -magnitude, where: z .< 0)
        return x * 0.5 * (1 + erf)
    }
}
