import Drawing
import Reports

/// Colours and sizes of a page, those of the pictures.
enum PageStyle {
    static let ink = colour(.ink)
    static let dim = colour(.dim)
    static let rule = colour(.rule)
    static let data = colour(.data)
    static let edge = colour(.edge)
    static let shade = colour(.pause)
    /// The size of running text, in points.
    static let size = 9.5

    static func colour(_ role: ColourRole) -> Colour { Colour(hex: TimelineTheme.light.hex(role)) }

    /// Text of one style.
    static func span(
        _ text: String, _ colour: Colour = PageStyle.ink, size: Double = PageStyle.size, isBold: Bool = false
    ) -> TextSpan {
        TextSpan(text: XMLText.plain(text), colour: colour, size: size, isBold: isBold)
    }

    /// Parts of a text as they are set; a mark has its letter behind it, so that it is told without colour.
    static func spans(_ text: ReportText) -> [TextSpan] {
        text.runs.flatMap { run -> [TextSpan] in
            var span = span(run.text)
            switch run.style {
            case .plain: break
            case .strong: span.isBold = true
            case .dim, .uncertain: span.colour = dim
            case .doubtful: span.isUnderlined = true
            case .marked(let kind):
                span.colour = colour(ColourRole(kind))
                span.isBold = true
                span.isStruck = kind.isTakenBack
                var letter = span
                (letter.text, letter.isRaised, letter.isStruck) = (String(kind.letter), true, false)
                return [span, letter]
            }
            return [span]
        }
    }

    /// A text of at most so many characters.
    static func cut(_ text: String, to count: Int) -> String {
        text.count > count ? text.prefix(count - 1) + "…" : text
    }
}
