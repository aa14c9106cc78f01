/// A table in Markdown.
enum MarkdownTable {
    /// The table of some lines under a head: the first `labels` columns are texts, the others figures.
    static func text(head: [String], lines: [[String]], labels: Int) -> String {
        let rule = head.indices.map { $0 < labels ? "---" : "---:" }
        return ([head, rule] + lines).map { "| " + $0.joined(separator: " | ") + " |" }.joined(
            separator: "\n")
    }
}
