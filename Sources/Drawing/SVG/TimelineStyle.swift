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
        rules += Self.strokes.map { rule($0.0, "fill:none;\(paint("stroke", $0.1))\($0.2)") }
        rules.append(rule(".level,.quiet", "stroke-width:\(SVGNumber(barWidth));stroke-linecap:round"))
        rules += Self.fonts.map { rule($0.0, "font:\($0.1) ui-sans-serif,system-ui,sans-serif") }
        rules.append(rule(".tick,.clock,.big", "font-variant-numeric:tabular-nums"))
        rules.append(rule(".repetition,.restart", "text-decoration:line-through"))
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

    /// Classes that are drawn as lines.
    private static let strokes: [(String, ColourRole, String)] = [
        (".rule", .rule, ";stroke-width:1"), (".median", .dim, ";stroke-width:1;stroke-dasharray:4 4"),
        (".edge", .edge, ";stroke-width:1;stroke-dasharray:5 3"), (".level", .data, ""),
        (".quiet", .quiet, ""),
        (".line", .data, ";stroke-width:1.8;stroke-linejoin:round;stroke-linecap:round"),
        (".stripe", .stripe, ";stroke-width:1.6"),
        (".doubt", .ink, ";stroke-width:1.6;stroke-linecap:round;stroke-dasharray:.1 3.4"),
    ]

    private static let fonts: [(String, String)] = [
        (".title", "600 20px"), (".big", "600 26px"), (".caption,.note", "13px"), (".clock", "600 13px"),
        (".name,.tick,.length", "11px"), (".word", "12px"), (".letter", "700 10.5px"),
        (TimelineMark.Kind.allCases.map { "text.\($0.rawValue)" }.joined(separator: ","), "600 12px"),
    ]

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
