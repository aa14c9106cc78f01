import Speech

/// Breaks text into lines for a terminal.
enum TextLayout {
    /// Lines of at most `columns` characters, broken between words; the first begins with `first`, the others
    /// with `rest`. A word longer than a line stands alone on one. Control characters are counted as they are shown.
    static func wrap(_ text: String, columns: Int, first: String = "", rest: String = "") -> [String] {
        var lines: [String] = []
        var line = first
        var isEmpty = true
        for word in TerminalText.words(of: text) {
            if !isEmpty, line.count + 1 + word.count > columns {
                lines.append(line)
                line = rest
                isEmpty = true
            }
            line += isEmpty ? word : " " + word
            isEmpty = false
        }
        return lines + [line]
    }

    /// A number with `places` decimal places, and none of the digits that only look precise.
    static func number(_ value: Double, places: Int = 0) -> String {
        FixedPoint(value, places: places).description
    }

    /// A count with its noun: `1 interview`, `3 interviews`.
    static func count(_ count: Int, _ noun: String) -> String {
        count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }

    /// A time in the largest unit that it has a whole number of: `45 minutes`, `1 hour`, `2 days`.
    static func minutes(_ minutes: Int) -> String {
        guard minutes > 0 else { return count(minutes, "minute") }
        if minutes.isMultiple(of: 1440) { return count(minutes / 1440, "day") }
        return minutes.isMultiple(of: 60) ? count(minutes / 60, "hour") : count(minutes, "minute")
    }

    /// Text filled up with spaces to `width`.
    static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// Text moved to the right end of `width`.
    static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    /// A bar of `width` cells filled to `share`, 0...1.
    static func bar(_ share: Double, width: Int) -> String {
        let filled = Int((min(max(share, 0), 1) * Double(width)).rounded())
        return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    }
}
