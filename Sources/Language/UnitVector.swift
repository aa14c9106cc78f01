/// Vectors of the length 1, by which meanings are compared.
package enum UnitVector {
    /// Divides the numbers of a range by their length; without any length they stay as they are.
    package static func normalize(_ numbers: inout [Float], _ range: Range<Int>) {
        let squares = numbers[range].reduce(0) { $0 + $1 * $1 }
        guard squares > 0 else { return }
        let factor = 1 / squares.squareRoot()
        for index in range { numbers[index] *= factor }
    }

    /// The direction of some vectors together; no numbers for none.
    package static func mean(of vectors: [[Float]]) -> [Float] {
        guard var sum = vectors.first else { return [] }
        for vector in vectors.dropFirst() where vector.count == sum.count {
            for place in sum.indices { sum[place] += vector[place] }
        }
        normalize(&sum, sum.indices)
        return sum
    }

    /// The cosine of the angle between two vectors of the length 1, the sum of their products: -1...1, which rounding may carry beyond;
    /// 0 for vectors of different lengths and for damaged numbers.
    package static func cosine(_ first: ArraySlice<Float>, _ second: ArraySlice<Float>) -> Float {
        guard first.count == second.count else { return 0 }
        return first.withUnsafeBufferPointer { first in
            second.withUnsafeBufferPointer { second in
                var sums = SIMD8<Float>(repeating: 0)
                var place = 0
                while place + 8 <= first.count {
                    var (one, other) = (SIMD8<Float>(), SIMD8<Float>())
                    for lane in 0..<8 {
                        one[lane] = first[place + lane]
                        other[lane] = second[place + lane]
                    }
                    sums += one * other
                    place += 8
                }
                var sum = sums.sum()
                while place < first.count {
                    sum += first[place] * second[place]
                    place += 1
                }
                return sum.isFinite ? sum : 0
            }
        }
    }
}
