import Testing

@testable import viva

@Suite struct TextLayoutTests {
    @Test func breaksBetweenWordsAndNeverInsideOne() {
        let lines = TextLayout.wrap(
            "one two incomprehensibilities three", columns: 10, first: "- ", rest: "  ")
        #expect(lines == ["- one two", "  incomprehensibilities", "  three"])
    }

    @Test(arguments: [(0, "0:00"), (7.9, "0:07"), (62, "1:02"), (3723, "1:02:03"), (-1, "0:00")])
    func showsTimesAsAClock(seconds: Double, text: String) {
        #expect(TextLayout.clock(seconds) == text)
    }

    @Test func aBarStaysWithinItsWidth() {
        for share in [-1, 0, 0.5, 1, 7] { #expect(TextLayout.bar(share, width: 8).count == 8) }
    }
}
