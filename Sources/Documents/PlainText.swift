/// Text as the finders of skills and companies expect it.
enum PlainText {
    /// A text with line feeds at the ends of its lines, without signs that do not show themselves, with the letters of
    /// ligatures, and with one sign for the bullets of lists.
    static func tidied(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            defer { isAfterReturn = scalar == "\r" }
            switch scalar {
            case "\n" where isAfterReturn: continue
            case "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}": scalars.append("\n")
            case "\u{C}": scalars.append(contentsOf: "\n\n".unicodeScalars)
            case "\n", "\t": scalars.append(scalar)
            // Bullets of the fonts Symbol and Wingdings, which PDF files keep under these numbers.
            case "\u{F0A7}", "\u{F0B7}", "\u{F076}", "\u{F0D8}", "\u{F0FC}": scalars.append("•")
            case _ where scalar.properties.isWhitespace: scalars.append(" ")
            case "\u{FB00}"..."\u{FB06}":
                scalars.append(contentsOf: ligatures[Int(scalar.value - 0xFB00)].unicodeScalars)
            // What joins letters in some scripts (U+200C, U+200D) stays.
            case "\u{200C}", "\u{200D}": scalars.append(scalar)
            case _ where isHidden(scalar): continue
            default: scalars.append(scalar)
            }
        }
        return lines(String(scalars))
    }

    /// Without blanks at the ends of lines, and with one empty line at most between others.
    private static func lines(_ text: String) -> String {
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = line
            while line.last == " " || line.last == "\t" { line.removeLast() }
            if line.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(line)
        }
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .unassigned: true
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}
