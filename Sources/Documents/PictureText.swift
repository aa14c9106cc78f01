/// The words of a picture, from the table (TSV) that tesseract prints.
struct PictureText: Sendable, Hashable {
    /// The text, with an empty line between paragraphs.
    var text: String
    /// How sure the words are, as the mean of all, 0...1.
    var confidence: Double

    /// A word that is less sure, in percent, is no word: edges and shadows.
    private static let leastSure = 30.0
    /// Words this sure, in percent, and with two letters at least, show that there is text.
    private static let surelyWord = 60.0
    /// The fewest such letters and digits.
    private static let fewestLetters = 8

    /// The words of a table; `nil` when they are none, or what noise looks like.
    init?(table: String) {
        var text = ""
        var place: [Substring] = []
        var sum = 0.0
        var count = 0
        var letters = 0
        for row in table.split(whereSeparator: \.isNewline) {
            let cells = row.split(separator: "\t", maxSplits: 11, omittingEmptySubsequences: false)
            // Level 5 are words; block, paragraph and line are the columns 2 to 4.
            guard cells.count == 12, cells[0] == "5", let sure = Double(cells[10]), sure >= Self.leastSure,
                cells[11].contains(where: { !$0.isWhitespace })
            else { continue }
            let now = Array(cells[2...4])
            if !text.isEmpty { text += now == place ? " " : now.prefix(2) == place.prefix(2) ? "\n" : "\n\n" }
            text += cells[11]
            place = now
            sum += sure
            count += 1
            let own = cells[11].count { $0.isLetter || $0.isNumber }
            if sure >= Self.surelyWord, own >= 2 || cells[11].contains(where: Self.isWordByItself) {
                letters += own
            }
        }
        guard letters >= Self.fewestLetters else { return nil }
        self.text = text
        confidence = sum / Double(count) / 100
    }

    /// Whether one letter can be a word: in scripts that write words without blanks.
    private static func isWordByItself(_ letter: Character) -> Bool {
        letter.unicodeScalars.contains { $0.properties.isIdeographic }
    }
}
