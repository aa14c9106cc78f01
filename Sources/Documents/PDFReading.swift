internal import Programs

/// Reads a PDF document: its text, and the pictures of pages that have none.
struct PDFReading {
    private let tools: DocumentTools
    private static let file = DocumentFormat.pdf.fileName

    init(_ tools: DocumentTools) { self.tools = tools }

    func read(_ bytes: [UInt8], into document: inout DocumentText) async throws(DocumentError) {
        _ = try tools.path(of: .pdfInfo)
        let folder = try tools.folder()
        try tools.write(bytes, as: Self.file, in: folder)
        let count = try await pageCount(in: folder.path)
        guard count > 0 else { throw .noPages(path: tools.name) }
        var pages = try await text(ofPages: min(count, tools.limits.pages), in: folder.path)
        document.pages = pages.count
        document.method = .textLayer
        if count > tools.limits.pages {
            document.warnings.append(
                "\(tools.name) has \(count) pages: the first \(tools.limits.pages) were read.")
        }
        try await readPictures(of: &pages, in: folder.path, document: &document)
        document.text = pages.joined(separator: "\n\n")
    }

    /// How many pages the document says it has.
    private func pageCount(in folder: String) async throws(DocumentError) -> Int {
        let printed = try await tools.run(.pdfInfo, [Self.file], in: folder, refusal: refusal).printed
        // The last, since what the document says of itself comes before it.
        let line = String(decoding: printed, as: UTF8.self).split(whereSeparator: \.isNewline)
            .last { $0.hasPrefix("Pages:") }
        guard let count = line.flatMap({ Int($0.dropFirst("Pages:".count).filter(\.isNumber)) }) else {
            throw .damaged(path: tools.name, format: .pdf, reason: "pdfinfo counts no pages")
        }
        return count
    }

    /// The text of the first pages, page by page, in the order in which it is read.
    private func text(ofPages count: Int, in folder: String) async throws(DocumentError) -> [String] {
        let printed = try await tools.run(
            .pdfToText,
            ["-layout", "-enc", "UTF-8", "-eol", "unix", "-f", "1", "-l", "\(count)", Self.file, "-"],
            in: folder, refusal: refusal
        ).printed
        // Each page ends with a form feed.
        var pages = String(decoding: printed, as: UTF8.self).split(
            separator: "\u{C}", omittingEmptySubsequences: false)
        if let last = pages.last, last.allSatisfy(\.isWhitespace), pages.count > count { pages.removeLast() }
        let missing = max(0, count - pages.count)
        return pages.prefix(count).map { PageColumns.text(of: String($0)) }
            + Array(repeating: "", count: missing)
    }

    private func refusal(_ messages: String) -> DocumentError? {
        if messages.contains("Incorrect password") { return .encrypted(path: tools.name) }
        if messages.contains("can not be after the last page (0)") { return .noPages(path: tools.name) }
        if messages.contains("Out of memory") || messages.contains("Bogus memory") { return nil }
        return .damaged(
            path: tools.name, format: .pdf, reason: DocumentTools.excerpt(messages))
    }

    // MARK: Pages without text

    /// Whether a page has enough text of its own.
    private static func hasText(_ page: String) -> Bool {
        isReadable(page) && letters(in: page) >= fewestLetters
    }

    /// Whether what a page says are letters for the most part: a font without a table of its letters gives signs instead.
    private static func isReadable(_ page: String) -> Bool {
        let letters = letters(in: page)
        return letters > 0 && letters * 2 >= page.count { !$0.isWhitespace }
    }

    private static func letters(in text: String) -> Int { text.count { $0.isLetter || $0.isNumber } }

    /// Fewer letters and digits than these are a page's number or a stamp.
    private static let fewestLetters = 16

    private func readPictures(
        of pages: inout [String], in folder: String, document: inout DocumentText
    ) async throws(DocumentError) {
        let empty = pages.indices.filter { !Self.hasText(pages[$0]) }
        guard !empty.isEmpty else { return }
        let isAllEmpty = empty.count == pages.count
        if !isAllEmpty, let missing = missingTool() {
            document.warnings.append(
                "Page \(empty[0] + 1) of \(tools.name) has no text of its own and was left out: \(missing.rawValue), "
                    + "which \(missing.purpose), is not installed (apt-get install \(missing.package)).")
            return
        }
        let pictures = PictureReading(tools)
        var confidences: [Double] = []
        for place in empty.prefix(tools.limits.scannedPages) {
            let picture = try await picture(ofPage: place + 1, in: folder)
            // A page with little on it may be whole as it is.
            guard let found = try await pictures.page(picture, in: folder),
                !Self.isReadable(pages[place])
                    || Self.letters(in: found.text) >= 2 * Self.letters(in: pages[place])
            else { continue }
            pages[place] = found.text
            confidences.append(found.confidence)
        }
        if empty.count > tools.limits.scannedPages {
            document.warnings.append(
                "\(empty.count) pages of \(tools.name) are pictures: the first \(tools.limits.scannedPages) were "
                    + "read.")
        }
        guard !confidences.isEmpty else { return }
        document.method = isAllEmpty ? .pictures : .textLayerAndPictures
        document.warnings += pictures.warnings(confidences)
    }

    private func missingTool() -> DocumentTools.Tool? {
        [.pdfToPicture, .tesseract].first { tools.programs.find($0.rawValue) == nil }
    }

    /// The name of a file in the folder with the picture of a page, in grey.
    private func picture(ofPage number: Int, in folder: String) async throws(DocumentError) -> String {
        _ = try tools.path(of: .tesseract)
        _ = try await tools.run(
            .pdfToPicture,
            [
                "-f", "\(number)", "-l", "\(number)", "-singlefile", "-gray", "-scale-to",
                "\(tools.limits.pagePixels)", Self.file, "page",
            ], in: folder, refusal: refusal)
        return "page.pgm"
    }
}
