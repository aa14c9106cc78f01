internal import Programs

/// Reads the text of pictures.
struct PictureReading {
    private let tools: DocumentTools

    init(_ tools: DocumentTools) { self.tools = tools }

    /// The text of an image; a TIFF image may have several pages.
    func read(_ bytes: [UInt8], into document: inout DocumentText) async throws(DocumentError) {
        _ = try tools.path(of: .tesseract)
        let folder = try tools.folder()
        let file = document.format.fileName
        try tools.write(bytes, as: file, in: folder)
        let count = document.format == .tiff ? TIFFPages.count(bytes) : 1
        document.pages = min(count, tools.limits.scannedPages)
        document.method = .pictures
        if count > document.pages {
            document.warnings.append(
                "\(tools.name) has \(count) pages: the first \(document.pages) were read.")
        }
        var found: [PictureText] = []
        for number in 0..<document.pages {
            if let page = try await page(
                file, in: folder.path, number: count > 1 ? number : nil, format: document.format)
            {
                found.append(page)
            }
        }
        document.text = found.map(\.text).joined(separator: "\n\n")
        if !found.isEmpty { document.warnings += warnings(found.map(\.confidence)) }
    }

    /// What is read off a picture in a folder; `nil` when there are no words on it.
    func page(
        _ file: String, in folder: String, number: Int? = nil, format: DocumentFormat = .pdf
    ) async throws(DocumentError) -> PictureText? {
        let language = tools.languages.joined(separator: "+")
        let page = number.map { ["-c", "tessedit_page_number=\($0)"] } ?? []
        let printed = try await tools.run(
            .tesseract, [file, "stdout", "-l", language] + page + ["tsv"], in: folder,
            refusal: { refusal($0, format: format) }
        ).printed
        return PictureText(table: String(decoding: printed, as: UTF8.self))
    }

    /// What to know of pages that were read off pictures.
    func warnings(_ confidences: [Double]) -> [String] {
        let mean = confidences.reduce(0, +) / Double(max(1, confidences.count))
        let share = Int((mean * 100).rounded())
        let opening = "The text of \(tools.name) was read off its picture"
        return mean < Self.hardToRead
            ? ["\(opening), which is hard to read (words are \(share) % sure): expect misread words."]
            : ["\(opening) (words are \(share) % sure)."]
    }

    /// Under it every few words one is wrong.
    private static let hardToRead = 0.75

    private func refusal(_ messages: String, format: DocumentFormat) -> DocumentError? {
        if messages.contains("Error opening data file") || messages.contains("Failed loading language") {
            let languages = tools.languages.map { "tesseract-ocr-\($0)" }.joined(separator: " ")
            return .programMissing(
                path: tools.name, program: "the knowledge of \(tools.languages.joined(separator: ", "))",
                package: languages, purpose: "tesseract needs")
        }
        let isUnreadable = ["Error during processing", "cannot be read", "Error in pixRead", "not read"]
            .contains { messages.contains($0) }
        return isUnreadable
            ? .damaged(path: tools.name, format: format, reason: Self.reason(messages)) : nil
    }

    /// Tesseract says last that there was an error, and before that which.
    private static func reason(_ messages: String) -> String {
        let lines = messages.split(whereSeparator: \.isNewline)
            .filter { !$0.contains("Error during processing") }
        return lines.last.map { DocumentTools.excerpt(String($0)) } ?? "tesseract gives no reason"
    }
}
