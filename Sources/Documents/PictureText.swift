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

    /// A line of a block, with its place in pixels.
    private struct Line {
        var block: Substring
        var paragraph: Substring
        var number: Substring
        var left: Int
        var top: Int
        var bottom: Int
        var text: String
    }

    /// The words of a table; `nil` when they are none, or what noise looks like.
    init?(table: String) {
        var lines: [Line] = []
        var sum = 0.0
        var count = 0
        var letters = 0
        for row in table.split(whereSeparator: \.isNewline) {
            let cells = row.split(separator: "\t", maxSplits: 11, omittingEmptySubsequences: false)
            // Level 5 are words; block, paragraph and line are the columns 2 to 4, the place 6 to 9.
            guard cells.count == 12, cells[0] == "5", let sure = Double(cells[10]), sure >= Self.leastSure,
                cells[11].contains(where: { !$0.isWhitespace }), let left = Int(cells[6]),
                let top = Int(cells[7]), let height = Int(cells[9])
            else { continue }
            if let last = lines.indices.last, lines[last].block == cells[2],
                lines[last].paragraph == cells[3], lines[last].number == cells[4]
            {
                lines[last].text += " " + cells[11]
                lines[last].top = min(lines[last].top, top)
                lines[last].bottom = max(lines[last].bottom, top + height)
            } else {
                lines.append(
                    Line(
                        block: cells[2], paragraph: cells[3], number: cells[4], left: left, top: top,
                        bottom: top + height, text: String(cells[11])))
            }
            sum += sure
            count += 1
            let own = cells[11].count { $0.isLetter || $0.isNumber }
            if sure >= Self.surelyWord, own >= 2 || cells[11].contains(where: Self.isWordByItself) {
                letters += own
            }
        }
        guard letters >= Self.fewestLetters else { return nil }
        text = Self.text(of: Self.withYearsBeside(lines))
        confidence = sum / Double(count) / 100
    }

    private static func text(of lines: [Line]) -> String {
        var text = ""
        for (place, line) in lines.enumerated() {
            if place > 0 {
                let before = lines[place - 1]
                text += before.block == line.block && before.paragraph == line.paragraph ? "\n" : "\n\n"
            }
            text += line.text
        }
        return text
    }

    /// Years that stand at the edge of a page, which tesseract takes for a column, put beside what they belong to.
    private static func withYearsBeside(_ lines: [Line]) -> [Line] {
        let blocks = Dictionary(grouping: lines, by: \.block)
        let dated = Set(
            blocks.filter { _, lines in
                lines.count { PageColumns.holdsYear($0.text[...]) } * 2 >= lines.count
                    && lines.allSatisfy { $0.text.split(separator: " ").count <= longestDates }
            }.keys)
        guard !dated.isEmpty, dated.count < blocks.count else { return lines }
        var kept = lines
        for line in lines where dated.contains(line.block) {
            let middle = (line.top + line.bottom) / 2
            guard
                let beside = kept.firstIndex(where: {
                    !dated.contains($0.block) && $0.top <= middle && middle <= $0.bottom
                })
            else { continue }
            kept[beside].text =
                line.left < kept[beside].left
                ? line.text + "   " + kept[beside].text : kept[beside].text + "   " + line.text
            kept.removeAll {
                $0.block == line.block && $0.paragraph == line.paragraph && $0.number == line.number
            }
        }
        return kept
    }

    /// The most words of a line that is nothing but years: "since January 2019 until March 2021".
    private static let longestDates = 6

    /// Whether one letter can be a word: in scripts that write words without blanks.
    private static func isWordByItself(_ letter: Character) -> Bool {
        letter.unicodeScalars.contains { $0.properties.isIdeographic }
    }
}
