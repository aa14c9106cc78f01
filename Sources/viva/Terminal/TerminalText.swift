/// Text for a terminal, in which nothing that comes from outside acts on the terminal.
///
/// What the program's own source says stands as it is: literals, and what a `Palette` made. What is put into it, such as
/// the name of a file or a message of ffmpeg's, is taken for text alone, and a control character in it is shown:
/// `\u{1B}` for an escape, which else could colour, move or wipe what is on the screen.
struct TerminalText: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// What is sent to the terminal.
    private(set) var sequence: String

    init(stringLiteral literal: String) { sequence = literal }

    init(stringInterpolation: StringInterpolation) { sequence = stringInterpolation.sequence }

    /// Text from outside.
    init(_ text: some StringProtocol) { sequence = Self.visible(text) }

    /// Text from outside in lines of the program's own.
    init(lines: [String]) { sequence = lines.map(Self.visible).joined(separator: "\n") }

    static func + (left: TerminalText, right: TerminalText) -> TerminalText { "\(left)\(right)" }

    static func += (left: inout TerminalText, right: TerminalText) { left.sequence += right.sequence }

    /// The words of a text as they are shown.
    static func words(of text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(visible)
    }

    /// The text with every control character written as Swift writes it in a literal.
    static func visible(_ text: some StringProtocol) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return String(text) }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isControl(scalar) {
                shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars
            } else {
                shown.append(scalar)
            }
        }
        return String(shown)
    }

    /// Unicode's control characters, C0, DEL and C1: all that ECMA-48 gives a meaning to as a command.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control
    }

    /// Collects literals as they are and values as text from outside.
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var sequence = ""

        init(literalCapacity: Int, interpolationCount: Int) { sequence.reserveCapacity(literalCapacity) }

        mutating func appendLiteral(_ literal: String) { sequence += literal }

        mutating func appendInterpolation(_ text: TerminalText) { sequence += text.sequence }

        mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            sequence += TerminalText.visible(value.description)
        }

        /// An error of any kind.
        mutating func appendInterpolation(_ error: any Error) { sequence += TerminalText.visible("\(error)") }
    }
}
