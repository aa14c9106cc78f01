import FoundationEssentials
public import Reports

/// A report as a PDF for printing and passing on: tagged, with an outline, text that can be selected and fonts inside.
///
/// ```swift
/// let file = try PDFReport(report).file()
/// try Data(file.bytes).write(to: url)
/// ```
///
/// It is made in memory, so that no half of one is ever on a disk.
public struct PDFReport: Sendable {
    /// No larger PDF is made, in bytes.
    public static let limitBytes = 64 * 1_048_576

    private let report: InterviewReport
    private let paper: Paper
    private let limitBytes: Int

    /// The PDF of a report.
    ///
    /// - Parameters:
    ///   - paper: the sheet it is made for.
    ///   - limitBytes: no larger one is made.
    public init(_ report: InterviewReport, paper: Paper = .a4, limitBytes: Int = PDFReport.limitBytes) {
        self.report = report
        self.paper = paper
        self.limitBytes = limitBytes
    }

    /// Makes it: once to count the pages, once to draw them.
    public func file() throws(PDFError) -> PDFFile {
        guard Pango.hasFonts else { throw .noFont }
        let document = ReportDocument(report)
        let pages = try write(document, pageCount: nil).pageCount
        return try write(document, pageCount: pages)
    }

    private func write(_ document: ReportDocument, pageCount: Int?) throws(PDFError) -> PDFFile {
        let people = report.people
        var flow = try PageFlow(
            paper: paper, title: document.title, pageCount: pageCount, limitBytes: limitBytes)
        flow.pdf.describe(
            title: document.title, author: people.interviewer ?? people.organisation ?? "Viva",
            subject: [people.role, people.company].compactMap(\.self).joined(separator: ", "),
            created: report.writtenAt.formatted(.iso8601))
        try flow.write(document)
        return try flow.finish()
    }
}
