import Testing

@testable import Delivery

@Suite struct DistributionTests {
    @Test func knowsItsMiddleAndItsSpread() {
        let values = Distribution([4, 1, 3, .nan, 2, .infinity])
        #expect(values.count == 4)
        #expect(values.mean == 2.5)
        #expect(values.median == 2.5)
        #expect(values.quantile(0) == 1)
        #expect(values.quantile(1) == 4)
        #expect(values.quantile(0.25) == 1.75)
        #expect(abs((values.standardDeviation ?? 0) - (5.0 / 3).squareRoot()) < 1e-12)
    }

    @Test func ofTooFewValuesItKnowsNothing() {
        let none = Distribution([Double]())
        #expect(none.mean == nil)
        #expect(none.median == nil)
        #expect(none.standardDeviation == nil)
        #expect(Distribution([7]).median == 7)
        #expect(Distribution([7]).standardDeviation == nil)
    }
}
