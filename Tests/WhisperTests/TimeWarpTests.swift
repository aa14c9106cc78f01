import Inference
import Testing

@testable import Recognition

@Suite struct TimeWarpTests {
    private func matrix(_ rows: [[Float]]) -> Matrix {
        Matrix(rows: rows.count, columns: rows.first?.count ?? 0, values: rows.flatMap(\.self))
    }

    @Test func eachThingBeginsWhereItFits() {
        let fit = matrix([[1, 1, 0, 0, 0, 0], [0, 0, 1, 0, 0, 0], [0, 0, 0, 1, 1, 1]])
        #expect(TimeWarp.starts(fit) == [0, 2, 3])
    }

    @Test func thingsThatFitNowhereTakeNoTimeOfTheirOwn() {
        let fit = matrix([[3, 3, 0, 0], [-1, -1, -1, -1], [0, 0, 3, 3]])
        let starts = TimeWarp.starts(fit)
        #expect(starts[0] == 0 && starts[2] == 2)
        #expect((1...2).contains(starts[1]))
    }

    @Test func theOrderIsKept() {
        let fit = matrix([[0, 0, 5], [5, 0, 0]])
        let starts = TimeWarp.starts(fit)
        #expect(starts == starts.sorted())
    }

    @Test func moreThingsThanMomentsShareThem() {
        #expect(TimeWarp.starts(matrix([[1], [1], [1]])) == [0, 0, 0])
    }

    @Test func nothingHasNoStarts() {
        #expect(TimeWarp.starts(Matrix(rows: 0, columns: 4)) == [])
        #expect(TimeWarp.starts(Matrix(rows: 2, columns: 0)) == [0, 0])
    }

    @Test func whatIsNoNumberEnds() {
        let starts = TimeWarp.starts(matrix([[.nan, .nan], [.nan, .infinity], [0, -.infinity]]))
        #expect(starts.count == 3)
        #expect(starts.allSatisfy { (0...1).contains($0) })
    }
}
