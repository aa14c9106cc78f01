/// How wide text is drawn, for placing it where no text can be measured.
///
/// The widths are those of DejaVu Sans, the widest of the usual sans-serif typefaces: what does not overlap with them
/// does not with another.
enum TextWidth {
    /// Bold letters are wider by this.
    static let boldShare = 1.14

    /// The width of a text set in a size, both in pixels.
    static func pixels(_ text: String, size: Double, isBold: Bool = false) -> Double {
        size * text.reduce(0) { $0 + share($1) } * (isBold ? boldShare : 1)
    }

    /// A text, cut where it is wider than `room`.
    static func fitted(_ text: String, size: Double, isBold: Bool = false, into room: Double) -> String {
        var left = room - pixels("…", size: size, isBold: isBold)
        let cut = text.prefix { character in
            left -= pixels(String(character), size: size, isBold: isBold)
            return left >= 0
        }
        return cut.count == text.count ? text : cut + "…"
    }

    /// The width of a character as a share of the size.
    private static func share(_ character: Character) -> Double {
        switch character {
        case "'", "i", "j", "l", "I", "J": 0.29
        case " ", ",", ".", "/", ":", ";", "\\", "|", "f", "-": 0.36
        case "(", ")", "[", "]", "t", "!", "r", "\"", "·", "’", "“", "”": 0.42
        case "*", "_", "`", "s", "z", "?", "c", "–": 0.54
        case "#", "+", "<", "=", ">", "^", "~", "w", "M", "N", "H", "D", "G", "O", "Q", "U", "&": 0.83
        case "m", "W", "%", "@": 0.98
        default: character.isASCII ? 0.64 : wideShare(character)
        }
    }

    private static func wideShare(_ character: Character) -> Double {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0..<0x250: return 0.66
        case 0x1100..<0x1160, 0x2E80..<0xD7B0, 0xF900..<0xFB00, 0xFF00..<0xFF61, 0x1F300...: return 1.1
        default: return 0.9
        }
    }
}
