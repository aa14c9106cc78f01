import Drawing

/// Text as it may stand in Markdown.
enum MarkdownText {
    /// Characters that CommonMark, or GitHub's additions to it, read as markup wherever they stand.
    private static let markup: Set<Unicode.Scalar> = [
        "\\", "`", "*", "_", "[", "]", "|", "~", "$", "!", "^",
    ]

    /// The text on one line with what Markdown reads as markup escaped; what HTML reads as markup becomes entities.
    static func escaped(_ text: String) -> String {
        var shown = String.UnicodeScalarView()
        let plain = XMLText.plain(text)
        for scalar in plain.unicodeScalars {
            switch scalar {
            case "<": shown += "&lt;".unicodeScalars
            case ">": shown += "&gt;".unicodeScalars
            case "&": shown += "&amp;".unicodeScalars
            default:
                if markup.contains(scalar) { shown.append("\\") }
                shown.append(scalar)
            }
        }
        return beginning(String(shown))
    }

    /// A text whose beginning is no heading, list or rule: a sign of one is escaped.
    private static func beginning(_ text: String) -> String {
        guard let first = text.first else { return text }
        if "#+-=".contains(first) { return "\\" + text }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, let next = text.dropFirst(digits.count).first, next == "." || next == ")"
        else {
            return text
        }
        return digits + "\\" + text.dropFirst(digits.count)
    }

    /// Parts with their marks.
    static func line(_ text: ReportText) -> String {
        text.runs.map { run in
            let words = run.text.drop { $0 == " " }
            let blank = String(run.text.prefix(run.text.count - words.count))
            let escaped = escaped(String(words))
            guard !words.isEmpty else { return blank }
            return blank + set(escaped, run)
        }.joined()
    }

    private static func set(_ escaped: String, _ run: ReportText.Run) -> String {
        if let link = run.link { return "[\(escaped)](<\(Self.address(link))>)" }
        return switch run.style {
        case .plain, .dim, .uncertain: escaped
        case .strong: "**\(escaped)**"
        case .doubtful: "<u>\(escaped)</u>"
        case .marked(let kind):
            (kind.isTakenBack ? "~~\(escaped)~~" : "**\(escaped)**") + "<sup>\(kind.letter)</sup>"
        }
    }

    /// An address that ends where it ends.
    private static func address(_ link: String) -> String {
        String(link.unicodeScalars.filter { !"<>\\ \n\r\t".unicodeScalars.contains($0) })
    }

    /// Lines as they are, fenced by more backticks than stand in them; the fence names the language.
    static func fenced(_ text: String, language: String = "") -> String {
        let longest = text.split { $0 != "`" }.map(\.count).max() ?? 0
        let fence = String(repeating: "`", count: max(3, longest + 1))
        return "\(fence)\(language)\n\(XMLText.lines(text).joined(separator: "\n"))\n\(fence)"
    }
}
