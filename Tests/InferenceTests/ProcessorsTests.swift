import Synchronization
import Testing

@testable import Inference

@Suite struct ProcessorsTests {
    /// What came out alone, and what comes out together.
    private func isAlike(_ count: Int, _ work: () -> [Float]) -> Bool {
        let alone = Processors.$ofTask.withValue(1, operation: work)
        let together = Processors.$ofTask.withValue(count, operation: work)
        return !alone.isEmpty && alone.count == together.count
            && zip(alone, together).allSatisfy { abs($0 - $1) < 1e-4 }
    }

    @Test(arguments: [2, 3, 0, -3, .max]) func anyCountGivesTheSame(count: Int) {
        let many = Matrix.random(rows: 1_000, columns: 72, seed: 1)
        let others = Matrix.random(rows: 301, columns: 72, seed: 2)
        let few = Matrix.random(rows: 3, columns: 72, seed: 3)
        #expect(isAlike(count) { many.times(others, isTransposed: true).values })
        // Few rows, and columns enough for several processors.
        let wide = Matrix.random(rows: 9_001, columns: 72, seed: 4)
        #expect(isAlike(count) { few.times(wide, isTransposed: true).values })
        let flat = Matrix.random(rows: 72, columns: 9_001, seed: 5)
        #expect(isAlike(count) { few.times(flat, isTransposed: false).values })
        for isCausal in [false, true] {
            #expect(
                isAlike(count) {
                    Attention.gather(
                        queries: MatrixPart(others), keys: MatrixPart(many), values: MatrixPart(many),
                        heads: 3,
                        isCausal: isCausal
                    ).values
                })
        }
        #expect(
            isAlike(count) {
                var matrix = many
                GELU.apply(to: &matrix)
                return LayerNorm(
                    scale: (0..<72).map(Float.init), shift: [Float](repeating: 1, count: 72))(matrix).values
            })
    }

    @Test(arguments: [0, 1, 7, 64, 65, 129, 1_000], [1, 2, 5])
    func eachThingIsDoneOnce(total: Int, count: Int) {
        let done = Mutex([Int](repeating: 0, count: total))
        Processors.$ofTask.withValue(count) {
            Processors.share(total, least: 64) { part in
                done.withLock { done in for index in part { done[index] += 1 } }
            }
        }
        #expect(done.withLock { $0 } == [Int](repeating: 1, count: total))
    }
}
