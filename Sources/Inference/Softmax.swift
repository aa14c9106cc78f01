import Foundation

/// Turns numbers into probabilities.
public enum Softmax {
    /// The exponentials of numbers, divided by their sum; all 0 when all numbers are -infinity.
    static func apply(to values: UnsafeMutablePointer<Float>, count: Int) {
        let factor = 1 / powers(of: values, count: count)
        guard factor != .infinity else { return }
        for index in 0..<count { values[index] *= factor }
    }

    /// Puts the exponentials of numbers in their place, the highest being 1, and returns their sum: 0, as they are, when all
    /// numbers are -infinity.
    static func powers(of values: UnsafeMutablePointer<Float>, count: Int) -> Float {
        guard count > 0 else { return 0 }
        let highest = maximum(values, count: count)
        guard highest > -.infinity else {
            values.update(repeating: 0, count: count)
            return 0
        }
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
        return sum
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
        // Eight at once: one at a time, each comparison waits for the one before.
        var several = SIMD8<Float>(repeating: -.infinity)
        var index = 0
        while index + 8 <= count {
            let next = UnsafeRawPointer(values + index).loadUnaligned(as: SIMD8<Float>.self)
            several.replace(with: next, where: next .> several)
            index += 8
        }
        var highest = several.max()
        while index < count {
            if values[index] > highest { highest = values[index] }
            index += 1
        }
        return highest
    }
}
