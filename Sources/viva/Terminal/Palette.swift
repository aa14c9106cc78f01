/// Ways of setting text off, which become ANSI sequences on a terminal with colours and nothing elsewhere.
///
/// Colour never carries a meaning alone: the same thing is always said in words or figures beside it.
struct Palette: Sendable {
    static let plain = Palette(isColoured: false)
    static let coloured = Palette(isColoured: true)

    private let isColoured: Bool

    func bold(_ text: String) -> TerminalText { wrap(text, "1") }
    func dim(_ text: String) -> TerminalText { wrap(text, "2") }
    func good(_ text: String) -> TerminalText { wrap(text, "32") }
    func fair(_ text: String) -> TerminalText { wrap(text, "33") }
    func poor(_ text: String) -> TerminalText { wrap(text, "31") }
    func accent(_ text: String) -> TerminalText { wrap(text, "36") }

    /// The colour for a score of 0...100: good from 75, fair from 50.
    func score(_ value: Double, _ text: String) -> TerminalText {
        switch value {
        case 75...: good(text)
        case 50...: fair(text)
        default: poor(text)
        }
    }

    private func wrap(_ text: String, _ code: String) -> TerminalText {
        isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : "\(text)"
    }
}
