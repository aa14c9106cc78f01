import SQL

/// Labels in one column, and texts that are looked for in a column.
enum LabelColumn {
    /// Labels as a column keeps them: in small letters, each between line breaks.
    static func text(_ labels: [String]) -> String {
        labels.isEmpty ? "" : "\n" + labels.map { $0.folded + "\n" }.joined()
    }

    /// That a column has a label, whatever the case of its letters.
    static func has(_ label: String, in column: SQLQuery) -> SQLQuery {
        "\(column) LIKE \("%\n\(escaped(label.folded))\n%") ESCAPE '!'"
    }

    /// That a column in small letters holds a text somewhere.
    static func holds(_ text: String, in column: SQLQuery) -> SQLQuery {
        "\(column) LIKE \("%\(escaped(String(text.folded.prefix(limitCharacters))))%") ESCAPE '!'"
    }

    /// That a column whose letters are as they were given holds a text somewhere. All databases know the small form of ASCII letters;
    /// others are looked for as they were typed, all small, all large, and large at the beginning of the text or of its words.
    static func holds(_ text: String, asGivenIn column: SQLQuery) -> SQLQuery {
        let text = String(text.prefix(limitCharacters)).composed
        let small = text.folded
        let words = small.split(separator: " ", omittingEmptySubsequences: false)
        let forms = [text, small, text.uppercased(), large(small), words.map(large).joined(separator: " ")]
        let patterns = Set(forms.map { "%\(escaped(smallASCII($0)))%" }).sorted()
        return "(\(SQLQuery.joined(patterns.map { "LOWER(\(column)) LIKE \($0) ESCAPE '!'" }, by: " OR ")))"
    }

    /// A text with its first letter large.
    private static func large(_ text: some StringProtocol) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    /// A text with its ASCII letters small.
    private static func smallASCII(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
                }))
    }

    /// The most characters that are looked for.
    private static let limitCharacters = 400

    /// A mark behind a sign makes another character of it, so it is looked at scalar by scalar.
    private static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == "!" || scalar == "%" || scalar == "_" { result.append("!") }
            result.append(scalar)
        }
        return String(result)
    }
}
