import Drawing

/// A report as Markdown (CommonMark with the tables of GitHub's): for a wiki, a repository or a mail. Pictures are told in
/// words.
public struct MarkdownReport: Sendable {
    private let document: ReportDocument

    /// The Markdown of a report.
    public init(_ report: InterviewReport) { document = ReportDocument(report) }

    /// The text, in UTF-8; nothing in it but the report's own marks is markup.
    public var text: String {
        document.blocks.map(text(of:)).filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private func text(of block: ReportBlock) -> String {
        switch block {
        case .heading(let level, let text, let name, _):
            "<a id=\"\(name)\"></a>\n\n" + String(repeating: "#", count: level)
                + " \(MarkdownText.escaped(text))"
        case .paragraph(let text): MarkdownText.line(text)
        case .notice(let text): "> **Note:** \(MarkdownText.escaped(text))"
        case .facts(let facts):
            facts.map { fact in
                "- **\(MarkdownText.escaped(fact.name)):** \(MarkdownText.escaped(fact.value))"
                    + (fact.remark.isEmpty ? "" : " (\(MarkdownText.escaped(fact.remark)))")
            }.joined(separator: "\n")
        case .score(let score):
            "**\(MarkdownText.escaped(score.name)): \(score.number) of 100** "
                + [score.stars, score.remark].filter { !$0.isEmpty }.map { MarkdownText.escaped($0) }.joined(
                    separator: " ")
        case .bars(let scores):
            table(["What", "Score", "Remark"], scores.map { [name(of: $0), $0.number, escaped($0.remark)] })
        case .items(let items): items.map(line(of:)).joined(separator: "\n")
        case .transcript(let passages):
            passages.map { "\($0.time) \(MarkdownText.line($0.text))" }.joined(separator: "\n\n")
        case .code(let text, let language): MarkdownText.fenced(text, language: language?.id ?? "")
        case .picture(_, let title, let description, let caption):
            "*\(MarkdownText.escaped(title)):* \(MarkdownText.escaped(description))"
                + (caption.isEmpty ? "" : "\n\n\(MarkdownText.escaped(caption))")
        case .table(let header, let rows):
            table(header.map(escaped), rows.map { $0.map(escaped) })
        case .pageBreak: "---"
        }
    }

    private func name(of score: ReportBlock.Score) -> String {
        score.target.isEmpty ? escaped(score.name) : "[\(escaped(score.name))](#\(score.target))"
    }

    private func line(of item: ReportBlock.Item) -> String {
        let text = MarkdownText.line(item.text)
        return switch item.mark {
        case .neutral: "- \(text)"
        case .detail: "  - \(text)"
        case .day: "- **\(item.mark.sign):** \(text)"
        case .made, .missing: "- \(item.mark.sign) \(text)"
        case .strength, .weakness, .next: "- \(MarkdownText.escaped(item.mark.sign)) \(text)"
        }
    }

    private func escaped(_ text: String) -> String { MarkdownText.escaped(text) }

    /// A table of cells that are escaped.
    private func table(_ header: [String], _ rows: [[String]]) -> String {
        let line = { (cells: [String]) in "| \(cells.joined(separator: " | ")) |" }
        return ([line(header), line(header.map { _ in "---" })] + rows.map(line)).joined(separator: "\n")
    }
}
