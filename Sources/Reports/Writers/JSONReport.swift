import FoundationEssentials

/// A report as one JSON document: keys sorted, dates as ISO 8601, numbers as they are, one final line end. Its fields are
/// described in `Docs/Reports.md`.
public struct JSONReport: Sendable {
    private let report: InterviewReport

    /// The document of a report.
    public init(_ report: InterviewReport) { self.report = report }

    /// The document, in UTF-8.
    ///
    /// - Throws: `ReportError` when a number in the report is none that JSON has.
    public func text() throws(ReportError) -> String {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
        } catch {
            throw .notEncoded(reason: "\(error)")
        }
    }
}
