/// A line of a resume, as the place where something was found.
public struct ResumeLine: Sendable, Hashable, Codable {
    /// Its number in the text, from 1.
    public var number: Int
    /// What it says, without blanks at its ends.
    public var text: String

    /// A line.
    public init(number: Int, text: String) {
        self.number = number
        self.text = text
    }

    /// The lines of a text, counted as `SkillText` counts them.
    static func lines(of text: String) -> [ResumeLine] {
        text.unicodeScalars.split(omittingEmptySubsequences: false) { scalar in
            switch scalar.value {
            case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
            default: false
            }
        }.enumerated().map { place, line in
            ResumeLine(number: place + 1, text: trimmed(Substring(line)))
        }
    }

    private static func trimmed(_ line: Substring) -> String {
        var line = line
        while line.first?.isWhitespace == true { line.removeFirst() }
        while line.last?.isWhitespace == true { line.removeLast() }
        return String(line)
    }
}
