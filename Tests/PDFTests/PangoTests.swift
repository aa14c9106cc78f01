import Testing

@testable import PDF

/// Texts in lines.
@Suite struct PangoTests {
    private func lines(
        _ text: String, width: Double?, isMonospaced: Bool = false
    ) throws -> [Pango.Line] {
        let cairo = try Cairo(width: 600, height: 800, limitBytes: 1_000_000)
        var span = TextSpan(text: text, colour: Colour(hex: "#000000"), size: 10)
        span.isMonospaced = isMonospaced
        return try Pango(
            [span], in: cairo.context, width: width, breaking: isMonospaced ? .anywhere : .betweenWords
        ).lines
    }

    @Test func linesFollowEachOtherAndKeepTheirWidth() throws {
        let lines = try lines(Array(repeating: "words", count: 100).joined(separator: " "), width: 200)
        #expect(lines.count > 10)
        #expect(lines.allSatisfy { $0.width <= 200.01 && $0.left >= 0 })
        for (line, next) in zip(lines, lines.dropFirst()) {
            #expect(abs(line.top + line.height - next.top) < 0.01)
            #expect(line.baseline > line.top && line.baseline < line.top + line.height)
        }
    }

    @Test func aWordLongerThanALineIsBroken() throws {
        let lines = try lines(String(repeating: "x", count: 500), width: 100)
        #expect(lines.count > 5)
        #expect(lines.allSatisfy { $0.width <= 100.01 })
    }

    @Test func withoutAWidthThereIsOneLine() throws {
        #expect(
            try lines(Array(repeating: "words", count: 100).joined(separator: " "), width: nil).count == 1)
    }

    @Test(arguments: ["#1A1F25", "#FFFFFF", "#000000"]) func coloursAreSharesOfTheirParts(_ hex: String) {
        let colour = Colour(hex: hex)
        let value = [colour.red, colour.green, colour.blue].reduce(0) { $0 << 8 + Int(($1 * 255).rounded()) }
        #expect(value == Int(hex.dropFirst(), radix: 16))
    }
}
