import Testing

@testable import viva

@Suite struct TextLayoutTests {
    @Test func breaksBetweenWordsAndNeverInsideOne() {
        let lines = TextLayout.wrap(
            "one two incomprehensibilities three", columns: 10, first: "- ", rest: "  ")
        #expect(lines == ["- one two", "  incomprehensibilities", "  three"])
    }

    @Test func controlCharactersAreShownAndCounted() {
        #expect(TextLayout.wrap("ab\u{1B}c de", columns: 10) == ["ab\\u{1B}c", "de"])
    }

    @Test func aBarStaysWithinItsWidth() {
        for share in [-1, 0, 0.5, 1, 7] { #expect(TextLayout.bar(share, width: 8).count == 8) }
    }
}
