import Testing

@testable import Inference

@Suite(.serialized) struct ProcessorsTests {
    @Test(arguments: [2, 0, -3, .max]) func anyCountGivesTheSameProducts(count: Int) {
        defer { Processors.use(1) }
        let (a, b) = (
            Matrix.random(rows: 60, columns: 70, seed: 1), Matrix.random(rows: 70, columns: 50, seed: 2)
        )
        let alone = a.times(b, isTransposed: false)
        Processors.use(count)
        let together = a.times(b, isTransposed: false)
        #expect(zip(alone.values, together.values).allSatisfy { abs($0 - $1) < 1e-4 })
    }
}
