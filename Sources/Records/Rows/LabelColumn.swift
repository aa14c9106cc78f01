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
