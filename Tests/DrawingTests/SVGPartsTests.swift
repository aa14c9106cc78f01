import Testing

@testable import Drawing

/// The smallest parts of a picture.
@Suite struct SVGPartsTests {
    @Test(arguments: [
        (0.0, "0"), (12, "12"), (-0.04, "0"), (1.25, "1.3"), (-3.14159, "-3.1"), (1e6, "1000000"),
        (.nan, "0"),
        (.infinity, "0"), (1e300, "0"), (0.96, "1"),
    ])
    func aNumberHasAPointAndNoMoreDigitsThanNeeded(_ value: Double, _ text: String) {
        #expect(SVGNumber(value).description == text)
    }

    @Test(arguments: [
        ("plain", "plain"), ("a < b & \"c\" > 'd'", "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;"),
        ("bell\u{7}, escape\u{1B}, delete\u{7F}, c1\u{9B}", "bell, escape, delete, c1"),
        ("two\nlines\tand\u{2028}more", "two lines and more"), ("שלום 数据 é", "שלום 数据 é"),
    ])
    func textBecomesXML(_ text: String, _ escaped: String) {
        #expect(XMLText.escaped(text) == escaped)
    }

    @Test(arguments: [0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE] as [UInt32])
    func whatIsNoCharacterIsLeftOut(_ value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(XMLText.escaped("a\(scalar)b") == "ab")
    }

    @Test func aTextIsCutWhereThereIsNoRoom() {
        #expect(TextWidth.fitted("short", size: 12, into: 100) == "short")
        let cut = TextWidth.fitted("rather a long text", size: 12, into: 60)
        #expect(cut.hasSuffix("…"))
        #expect(TextWidth.pixels(cut, size: 12) <= 60)
    }

    @Test func levelsAreMeasuredFromTheLoudestButNoiseIsNotRaised() {
        let quiet = LevelScale(levelsDBFS: [-60, -38])
        #expect(quiet.height(-38) == 1)
        #expect(quiet.height(-78) == 0)
        let silent = LevelScale(levelsDBFS: [-90, -85])
        #expect(silent.height(-85) == 0)
        #expect(LevelScale(levelsDBFS: []).height(-120) == 0)
    }

    @Test func fasterIsHigherAndTheEdgesHold() {
        let scale = PaceScale(.wordsPerMinute)
        #expect(scale.height(10) == 0)
        #expect(scale.height(1000) == 1)
        #expect(abs(scale.height(200) - scale.height(100) - (scale.height(240) - scale.height(120))) < 1e-9)
    }
}
