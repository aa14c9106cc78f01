import Testing

@testable import Speech

@Suite struct FixedPointTests {
    @Test(arguments: [
        (12.5, 1, "12.5"), (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (-1.25, 2, "-1.25"), (99.999, 1, "100.0"),
        (3, 3, "3.000"), (7.6, 0, "8"), (.nan, 1, "–"), (.infinity, 0, "–"), (1e300, 0, "–"),
    ])
    func writesTheDigitsThatPeopleRead(value: Double, places: Int, text: String) {
        #expect(FixedPoint(value, places: places).description == text)
    }

    @Test(arguments: [(165.3, 0, 165.0), (1.97, 1, 2), (-1.25, 1, -1.3), (2.94, 1, 2.9)])
    func knowsTheNumberThatIsWritten(value: Double, places: Int, expected: Double) {
        #expect(FixedPoint(value, places: places).rounded == expected)
    }
}
