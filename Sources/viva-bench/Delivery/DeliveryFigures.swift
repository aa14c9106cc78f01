import FoundationEssentials

/// All that was measured in a run, as a table for people and as JSON.
struct DeliveryFigures: Codable {
    /// The programs that references come from; `nil` when they are not installed.
    var peer: String?
    /// The figures in the order in which they were measured.
    var rows: [DeliveryRow] = []
    /// What could not be measured, and why.
    var leftOut: [String] = []

    /// The JSON document.
    func json() throws -> Data { try BenchJSON.data(self) }

    /// A table in Markdown, and what was left out.
    func table() -> String {
        let lines = rows.map { [$0.part.rawValue, $0.subject, $0.measure, $0.figure, $0.counts] }
        let head = ["part", "measured on", "measure", "figure", "of"]
        let table = MarkdownTable.text(head: head, lines: lines, labels: 3)
        let remarks = (peer.map { ["references: \($0)"] } ?? []) + leftOut.map { "left out: \($0)" }
        return ([table, ""] + remarks).joined(separator: "\n")
    }
}
