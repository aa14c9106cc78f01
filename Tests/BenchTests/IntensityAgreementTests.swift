import Foundation
import Testing

@testable import viva_bench

@Suite struct IntensityAgreementTests {
    private let levels = (0..<40).map { -30 + 5 * sin(Double($0)) }

    private func peer(_ levels: [Double]) -> PeerDelivery.Contour {
        PeerDelivery.Contour(
            start: 0.005, step: 0.01, values: levels.flatMap { [Double](repeating: $0, count: 5) })
    }

    @Test func aConstantOffsetIsNoDifference() throws {
        var agreement = IntensityAgreement()
        agreement.add(levels, against: peer(levels.map { $0 + 94 }))
        #expect(abs(try #require(agreement.rows[0].value) - 1) < 1e-9)
        #expect(try #require(agreement.rows[1].value) < 1e-9)
        #expect(agreement.rows.map(\.total) == [1, 40])
    }

    @Test func hopsOfSilenceAndThosePraatDoesNotKnowAreLeftOut() {
        var agreement = IntensityAgreement()
        agreement.add([-120, -30] + levels, against: peer([10, 64]))
        #expect(agreement.rows[1].total == 1)
        #expect(agreement.rows[0].value == nil)
    }

    @Test func theMeanOfAStretchIsThatOfThePower() throws {
        let contour = PeerDelivery.Contour(start: 0.005, step: 0.01, values: [10, 20, 30])
        #expect(abs(try #require(contour.meanDecibels(in: 0..<0.02)) - 17.404) < 1e-3)
        #expect(abs(try #require(contour.meanDecibels(in: 0.02..<1)) - 30) < 1e-9)
        #expect(contour.meanDecibels(in: 0..<0.004) == nil)
        #expect(contour.meanDecibels(in: 0.03..<1) == nil)
    }
}
