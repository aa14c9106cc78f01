import Foundation

/// Turns numbers into probabilities.
public enum Softmax {
    /// The exponentials of numbers, divided by their sum; all 0 when all numbers are -infinity.
    static func apply(to values: UnsafeMutablePointer<Float>, count: Int) {
        guard count > 0 else { return }
        let highest = maximum(values, count: count)
        guard highest > -.infinity else { return values.update(repeating: 0, count: count) }
        var sums = SIMD8<Float>()
        var index = 0
        while index + 8 <= count {
            let place = UnsafeMutableRawPointer(values + index)
            let powers = Exponential.exp(place.loadUnaligned(as: SIMD8<Float>.self) - highest)
            place.storeBytes(of: powers, as: SIMD8<Float>.self)
            sums += powers
            index += 8
        }
        var sum = sums.sum()
        while index < count {
            let power = Exponential.exp(SIMD8(repeating: values[index] - highest))[0]
            values[index] = power
            sum += power
            index += 1
        }
        let factor = 1 / sum
        for index in 0..<count { values[index] *= factor }
    }

    /// The logarithm of the sum of all exponentials: what a number loses on its way to a logarithm of a probability.
    public static func logarithmOfSum(_ values: [Float]) -> Float {
        values.withUnsafeBufferPointer { values in
            guard let base = values.baseAddress else { return -.infinity }
            let highest = maximum(base, count: values.count)
            guard highest > -.infinity else { return -.infinity }
            var sums = SIMD8<Float>()
            var index = 0
            while index + 8 <= values.count {
                sums += Exponential.exp(
                    UnsafeRawPointer(base + index).loadUnaligned(as: SIMD8<Float>.self) - highest)
                index += 8
            }
            var sum = sums.sum()
            while index < values.count {
                sum += Exponential.exp(SIMD8(repeating: values[index] - highest))[0]
                index += 1
            }
            return highest + log(sum)
        }
    }

    private static func maximum(_ values: UnsafePointer<Float>, count: Int) -> Float {
        var highest = -Float.infinity
        for index in 0..<count where values[index] > highest { highest = values[index] }
        return highest
    }
}
