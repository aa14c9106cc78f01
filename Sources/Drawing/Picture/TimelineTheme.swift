/// The colours of a picture by day or by night.
///
/// Text has a contrast of 4.5 to 1 and more on its ground (WCAG 2.2, success criterion 1.4.3), the letters on the marks
/// as well, lines of data 3 to 1. One colour serves all that was measured, so that the marks are what stands out.
public struct TimelineTheme: Sendable {
    /// Dark on light.
    public static let light = TimelineTheme(isDark: false)
    /// Light on dark.
    public static let dark = TimelineTheme(isDark: true)

    private let isDark: Bool

    /// A colour as `#RRGGBB`.
    public func hex(_ role: ColourRole) -> String {
        let (light, dark) = Self.colours(role)
        return isDark ? dark : light
    }

    /// The colour by day and by night.
    private static func colours(_ role: ColourRole) -> (String, String) {
        switch role {
        case .ground: ("#FFFFFF", "#14171B")
        case .ink: ("#1A1F25", "#E9ECEF")
        case .dim: ("#5A6472", "#A4AEBA")
        case .rule: ("#DDE2E8", "#2C333B")
        case .data: ("#2F5D8C", "#86B4E3")
        case .quiet: ("#B4BEC9", "#4C5763")
        case .stripe: ("#D3DAE2", "#363F49")
        case .pause: ("#F3F5F8", "#1B2026")
        case .band: ("#E4F2E8", "#18291F")
        case .edge: ("#5E9A70", "#4F8A63")
        case .filledPause: ("#B83A0B", "#FF9A66")
        case .lexical: ("#1554C0", "#7FB5FF")
        case .hedge: ("#0B7549", "#5FD29A")
        case .repetition: ("#7B2CB8", "#D3A0FF")
        case .restart: ("#83580A", "#EFC353")
        case .letter: ("#FFFFFF", "#14171B")
        }
    }
}
