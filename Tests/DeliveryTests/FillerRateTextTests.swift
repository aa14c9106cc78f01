import Testing

@testable import Delivery

/// How a rate of fillers is shown.
@Suite struct FillerRateTextTests {
    @Test(arguments: [
        (0, "none heard"), (0.04, "fewer than 0.1 a minute"), (0.05, "0.1 a minute"), (2.46, "2.5 a minute"),
    ])
    func noneIsToldFromFew(rate: Double, text: String) {
        #expect(FillerRateText.of(rate) == text)
    }
}
