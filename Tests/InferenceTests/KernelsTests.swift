import Testing

@testable import Inference

@Suite struct KernelsTests {
    /// The library that Debian 12 has does not know processors of 2023, and takes kernels without wide registers for them.
    @Test func wideRegistersAreUsedWhereTheyAre() {
        #expect(Processors.areSet)
        guard Kernels.widest != nil else { return }
        #expect(!["Prescott", "Core2", "Nehalem", "Barcelona"].contains(Kernels.inUse), "\(Kernels.inUse)")
    }

    @Test func productsAreRightWithThem() {
        let (left, right) = (
            Matrix.random(rows: 61, columns: 37, seed: 1), Matrix.random(rows: 37, columns: 45, seed: 2)
        )
        let product = left.times(right, isTransposed: false)
        let expected = (0..<61).flatMap { row in
            (0..<45).map { column in
                (0..<37).reduce(0) { $0 + left.number(row, $1) * right.number($1, column) }
            }
        }
        #expect(largestDifference(product.values, expected) < 1e-4)
    }
}
