/// The style sheet of a picture.
///
/// Every rule begins with the picture's identifier, so that several pictures in one page do not colour each other. A
/// colour is a variable, `--viva-ink`, for browsers, which change it with the theme and let a page set it; before it
/// stands the colour itself for programs that know no variables.
struct TimelineStyle: Sendable {
    let identifier: String
    let appearance: TimelineAppearance
    /// How wide a bar of the level is drawn.
    let barWidth: Double

    var text: String {
        var rules = [variables(of: standing)]
        if appearance == .automatic {
            rules.append("@media (prefers-color-scheme:dark){\(variables(of: .dark))}")
        }
        rules += Self.fills.map { rule($0.0, "\(paint("fill", $0.1))") }
        rules += Self.strokes.map { rule($0.0, "fill:none;\(paint("stroke", $0.1))\(Self.line($0.2))") }
        rules.append(rule(".level,.quiet", "stroke-width:\(SVGNumber(barWidth));stroke-linecap:round"))
        rules += Self.fonts.map { selectors, size, weight in
            rule(
                selectors, "font:\(weight.map { "\($0) " } ?? "")\(size)px ui-sans-serif,system-ui,sans-serif"
            )
        }
        rules.append(rule(".tick,.clock,.big", "font-variant-numeric:tabular-nums"))
        rules.append(rule(Self.struck, "text-decoration:line-through"))
        return rules.joined(separator: "\n")
    }

    /// The theme that holds where nobody asks for the other.
    private var standing: TimelineTheme { appearance == .dark ? .dark : .light }

    /// Classes that are filled.
    private static let fills: [(String, ColourRole)] =
        [
            (".ground", .ground), (".title,.big,.clock,.note,.word,.length", .ink),
            (".caption,.name,.tick,.unsure", .dim), (".letter", .letter), (".band", .band),
            (".stripes", .pause), (".block", .data),
        ] + TimelineMark.Kind.allCases.map { (".\($0.rawValue)", ColourRole($0)) }

    /// How a line is drawn: its width in pixels, the lengths of its strokes and gaps, whether its corners and ends are round.
    private typealias Line = (width: Double?, dashes: [Double], isJoinRound: Bool, isCapRound: Bool)

    /// Classes that are drawn as lines. How wide the bars of the level are, the picture says.
    private static let strokes: [(String, ColourRole, Line)] = [
        (".rule", .rule, (1, [], false, false)), (".median", .dim, (1, [4, 4], false, false)),
        (".edge", .edge, (1, [5, 3], false, false)), (".level", .data, (nil, [], false, false)),
        (".quiet", .quiet, (nil, [], false, false)), (".line", .data, (1.8, [], true, true)),
        (".stripe", .stripe, (1.6, [], false, false)), (".doubt", .ink, (1.6, [0.1, 3.4], false, true)),
    ]

    private static func line(_ line: Line) -> String {
        (line.width.map { ";stroke-width:\($0)" } ?? "") + (line.isJoinRound ? ";stroke-linejoin:round" : "")
            + (line.isCapRound ? ";stroke-linecap:round" : "")
            + (line.dashes.isEmpty
                ? "" : ";stroke-dasharray:" + line.dashes.map { "\($0)" }.joined(separator: " "))
    }

    /// The size of texts in pixels, and their weight.
    private static let fonts: [(String, Double, Int?)] = [
        (".title", 20, 600), (".big", 26, 600), (".caption,.note", 13, nil), (".clock", 13, 600),
        (".name,.tick,.length", 11, nil), (".word", 12, nil), (".letter", 10.5, 700),
        (TimelineMark.Kind.allCases.map { "text.\($0.rawValue)" }.joined(separator: ","), 12, 600),
    ]

    /// How shapes of some classes are drawn; a later rule counts more, as in the style sheet.
    func ink(_ classes: String, isText: Bool) -> PictureInk {
        let names = classes.split(separator: " ").map { ".\($0)" }
        let isMeant = { (selectors: String) in
            selectors.split(separator: ",").contains { selector in
                let selector = isText ? selector.drop { $0 != "." } : selector
                return names.contains { $0 == selector }
            }
        }
        var ink = PictureInk()
        for (selectors, role) in Self.fills where isMeant(selectors) { ink.fill = standing.hex(role) }
        for (selectors, role, line) in Self.strokes where isMeant(selectors) {
            (ink.fill, ink.stroke) = (nil, standing.hex(role))
            (ink.strokeWidth, ink.dashes) = (line.width ?? barWidth, line.dashes)
            ink.isRound = line.isCapRound || line.width == nil
        }
        guard isText else { return ink }
        for (selectors, size, weight) in Self.fonts where isMeant(selectors) {
            (ink.fontSize, ink.isBold) = (size, (weight ?? 400) >= 600)
        }
        ink.isStruck = isMeant(Self.struck)
        return ink
    }

    /// Words that were taken back.
    private static let struck = ".repetition,.restart"

    private func variables(of theme: TimelineTheme) -> String {
        let values = ColourRole.allCases.map { "--viva-\($0.rawValue):\(theme.hex($0))" }
        return "#\(identifier){\(values.joined(separator: ";"))}"
    }

    private func paint(_ property: String, _ role: ColourRole) -> String {
        "\(property):\(standing.hex(role));\(property):var(--viva-\(role.rawValue))"
    }

    private func rule(_ selectors: String, _ declarations: String) -> String {
        let scoped = selectors.split(separator: ",").map { "#\(identifier) \($0)" }
        return "\(scoped.joined(separator: ",")){\(declarations)}"
    }
}
