import Foundation
import Testing

@testable import Drawing

@Suite struct TimelineThemeTests {
    /// The contrast of two colours after WCAG 2.2.
    private func contrast(_ first: String, _ second: String) throws -> Double {
        let (a, b) = (try luminance(first), try luminance(second))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private func luminance(_ hex: String) throws -> Double {
        let value = try #require(Int(hex.dropFirst(), radix: 16))
        let bytes: [Int] = [value >> 16, value >> 8 & 255, value & 255]
        let parts = bytes.map { byte -> Double in
            let share = Double(byte) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private static let themes = [TimelineTheme.light, .dark]

    @Test(arguments: themes) func textStandsOutFromItsGround(_ theme: TimelineTheme) throws {
        for role in [ColourRole.ink, .dim, .filledPause, .lexical, .hedge, .repetition, .restart] {
            #expect(try contrast(theme.hex(role), theme.hex(.ground)) >= 4.5, "\(role)")
        }
        for kind in TimelineMark.Kind.allCases {
            #expect(try contrast(theme.hex(.letter), theme.hex(ColourRole(kind))) >= 4.5, "\(kind)")
        }
    }

    @Test(arguments: themes) func dataStandOutFromWhatTheyLieOn(_ theme: TimelineTheme) throws {
        for ground in [ColourRole.ground, .band, .pause] {
            #expect(try contrast(theme.hex(.data), theme.hex(ground)) >= 3)
        }
        #expect(try contrast(theme.hex(.edge), theme.hex(.ground)) >= 3)
    }
}
