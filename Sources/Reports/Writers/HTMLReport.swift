import Drawing

/// A report as one HTML file that needs nothing beside itself: for a browser by day, by night and on paper.
///
/// All text is escaped, and the page forbids scripts and outside resources (`Content-Security-Policy`).
public struct HTMLReport: Sendable {
    private let document: ReportDocument

    /// The page of a report.
    public init(_ report: InterviewReport) { document = ReportDocument(report) }

    /// The page, in UTF-8.
    public var text: String {
        var pictures = 0
        let body = document.blocks.map { block -> String in
            if case .picture = block { pictures += 1 }
            return HTMLBlock(block: block, pictureNumber: pictures).text
        }.joined(separator: "\n")
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="generator" content="Viva">
            <title>\(XMLText.escaped(document.title))</title>
            <style>
            \(HTMLStyle.text)
            </style>
            </head>
            <body>
            <main>
            \(body)
            </main>
            </body>
            </html>

            """
    }
}
