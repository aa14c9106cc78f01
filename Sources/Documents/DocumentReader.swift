internal import Crypto
public import Programs

/// Text out of a document that somebody names: a resume, a job description.
///
/// ```swift
/// let document = try await DocumentReader().read("resume.pdf")
/// print(document.text, document.warnings)
/// ```
///
/// What the document is, its content says. PDF is read by poppler's `pdftotext`, images and pages without text by
/// `tesseract`, each as a process of its own with limits; they see a copy in a folder that only this user may enter and
/// that is gone afterwards.
public struct DocumentReader: Sendable {
    /// How much a document may take.
    public var limits: DocumentLimits
    /// Where the programs are looked for.
    public var programs: SearchPath
    /// The languages of pictures, by tesseract's names (`eng`, `deu`); each needs its package `tesseract-ocr-NAME`.
    public var languages: [String]

    /// A reader; left out, of English pictures.
    public init(
        limits: DocumentLimits = DocumentLimits(), programs: SearchPath = .environment,
        languages: [String] = ["eng"]
    ) {
        self.limits = limits
        self.programs = programs
        self.languages = languages
    }

    /// The text of a file, whatever its name is; errors and warnings call it `name`, or else by its path.
    ///
    /// - Throws: `DocumentError`.
    public func read(_ path: String, name: String? = nil) async throws(DocumentError) -> DocumentText {
        let name = name ?? path
        return try await read(
            try DocumentFile.bytes(of: path, name: name, limitBytes: limits.bytes), name: name)
    }

    /// The bytes of a file that is to be read and kept as well; errors call it `name`, or else by its path.
    ///
    /// - Throws: `DocumentError`.
    public func bytes(of path: String, name: String? = nil) throws(DocumentError) -> [UInt8] {
        try DocumentFile.bytes(of: path, name: name ?? path, limitBytes: limits.bytes)
    }

    /// The text of a document that was read already; errors call it `name`.
    ///
    /// - Throws: `DocumentError`.
    public func read(_ bytes: [UInt8], name: String) async throws(DocumentError) -> DocumentText {
        guard !bytes.isEmpty else { throw .empty(path: name) }
        guard bytes.count <= limits.bytes else { throw .tooLarge(path: name, limitBytes: limits.bytes) }
        let format = try DocumentFormat(of: bytes, name: name)
        var document = DocumentText(
            text: "", pages: 1, format: format, method: .plainText, contentHash: Self.hash(of: bytes))
        switch format {
        case .plainText:
            guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(path: name) }
            document.text = text
        case .pdf: try await PDFReading(tools(name)).read(bytes, into: &document)
        case .png, .jpeg, .tiff: try await PictureReading(tools(name)).read(bytes, into: &document)
        }
        document.text = PlainText.tidied(document.text)
        guard document.text.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw .noText(path: name, format: format)
        }
        guard document.text.count <= limits.characters else {
            throw .tooMuchText(path: name, limitCharacters: limits.characters)
        }
        return document
    }

    private func tools(_ name: String) -> DocumentTools {
        DocumentTools(name: name, limits: limits, programs: programs, languages: languages)
    }

    private static func hash(of bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
