/// Text as it may stand in an XML document, between tags and in attributes.
package enum XMLText {
    /// The text with what XML reads as markup written as entities. What XML 1.0 forbids is left out, such as control
    /// characters; a line break or tab becomes a space.
    package static func escaped(_ text: some StringProtocol) -> String {
        guard !text.utf8.allSatisfy(isPlain) else { return String(text) }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": shown += "&amp;".unicodeScalars
            case "<": shown += "&lt;".unicodeScalars
            case ">": shown += "&gt;".unicodeScalars
            case "\"": shown += "&quot;".unicodeScalars
            case "'": shown += "&#39;".unicodeScalars
            case "\t", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": shown.append(" ")
            default: if isAllowed(scalar) { shown.append(scalar) }
            }
        }
        return String(shown)
    }

    /// The text on one line without what XML 1.0 forbids, as it is read: nothing is written as an entity.
    package static func plain(_ text: some StringProtocol) -> String {
        guard !text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { return String(text) }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": shown.append(" ")
            default: if isAllowed(scalar) { shown.append(scalar) }
            }
        }
        return String(shown)
    }

    /// The lines of a text as they are read, a tab as four spaces.
    package static func lines(_ text: String) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map {
            plain($0.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "    "))
        }
    }

    /// A byte of ASCII that needs no entity; most words consist of nothing else.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x26, 0x3C, 0x3E, 0x22, 0x27: false
        default: (0x20...0x7E).contains(byte)
        }
    }

    /// Neither a control character nor one of the code points that are no characters ("Extensible Markup Language 1.0",
    /// production 2).
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory != .control && scalar.value & 0xFFFE != 0xFFFE
            && !(0xFDD0...0xFDEF).contains(scalar.value)
    }
}
