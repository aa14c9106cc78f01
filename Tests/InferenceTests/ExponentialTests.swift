import Foundation
import Testing

@testable import Inference

@Suite struct ExponentialTests {
    @Test func isWithinThreeUnitsOfTheLastPlace() {
        var worst = 0.0
        for step in stride(from: -87.0, through: 88, by: 0.0137) {
            let x = Float(step)
            let expected = Foundation.exp(Double(x))
            let result = Exponential.exp(SIMD8(repeating: x))[3]
            worst = max(worst, difference(result, expected) / Double(Float(expected).ulp))
        }
        #expect(worst <= 3)
    }

    @Test func is1At0() {
        #expect(Exponential.exp(.zero) == SIMD8(repeating: 1))
    }

    @Test(arguments: [-.infinity, -1e30, -1000, -87.5, 88.5, 1000, 1e30, .infinity] as [Float])
    func isHeldToTheEndsOfItsRange(x: Float) {
        let end: Float = x < 0 ? -87 : 88
        #expect(Exponential.exp(SIMD8(repeating: x)) == Exponential.exp(SIMD8(repeating: end)))
    }
}
