import Foundation
import PDF
import Subprocess
import TestSupport

/// What Poppler's programs read in a PDF: another pair of eyes.
enum Poppler {
    /// Whether the programs are installed.
    static let isInstalled = ["pdfinfo", "pdftotext", "pdffonts", "pdftohtml"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
    }

    /// The words of a document, page for page.
    static func pages(of file: PDFFile) async throws -> [String] {
        var pages = try await run("pdftotext", ["-layout"], file, ["-"]).components(separatedBy: "\u{0C}")
        // Behind each page stands a form feed.
        if pages.last?.isEmpty == true { pages.removeLast() }
        return pages
    }

    /// What a program prints about a document.
    static func run(_ program: String, _ before: [String], _ file: PDFFile, _ after: [String] = [])
        async throws
        -> String
    {
        let folder = try TestFolder()
        let path = folder.file("report.pdf")
        try Data(file.bytes).write(to: URL(filePath: path))
        let result = try await Subprocess.run(
            .name(program), arguments: Arguments(before + [path] + after),
            output: .string(limit: 16 << 20), error: .discarded)
        return result.standardOutput
    }
}
