/// What a document is, by its content and not by its name.
public enum DocumentFormat: String, Sendable, Hashable, Codable, CaseIterable {
    /// UTF-8 text.
    case plainText
    /// PDF.
    case pdf
    /// A PNG image.
    case png
    /// A JPEG image.
    case jpeg
    /// A TIFF image, with one page or several.
    case tiff

    /// Whether its text is found by looking at it.
    public var isImage: Bool { self == .png || self == .jpeg || self == .tiff }

    /// How it is called in sentences.
    public var name: String {
        switch self {
        case .plainText: "plain text"
        case .pdf: "a PDF document"
        case .png: "a PNG image"
        case .jpeg: "a JPEG image"
        case .tiff: "a TIFF image"
        }
    }

    /// What is accepted, as the end of a sentence.
    public static let accepted = "PDF, PNG, JPEG, TIFF and plain text in UTF-8"

    /// How the file is called in the folder where programs read it.
    var fileName: String { self == .plainText ? "document.txt" : "document.\(rawValue)" }

    /// What some bytes are.
    ///
    /// - Throws: `DocumentError.refused` for what is none of these, with what to do.
    init(of bytes: [UInt8], name: String) throws(DocumentError) {
        if let found = Self.beginnings.first(where: { bytes.starts(with: $0.0) }) {
            self = found.1
            return
        }
        // Readers of PDF look for its mark in the first kilobyte; some programs write lines of their own before it.
        let opening = bytes.prefix(1024)
        if opening.firstRange(of: Array("%PDF-".utf8)) != nil,
            bytes.contains(0) || opening.drop(while: { Self.blanks.contains($0) }).starts(with: "%PDF-".utf8)
                || String(validating: bytes, as: UTF8.self) == nil
        {
            self = .pdf
            return
        }
        if let found = Self.refused.first(where: { bytes.starts(with: $0.0) }) {
            throw .refused(path: name, what: found.1, advice: found.2)
        }
        if bytes.contains(0) {
            throw .refused(path: name, what: "a binary file", advice: "save it as PDF or as text")
        }
        self = .plainText
    }

    private static let blanks: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF]

    private static let beginnings: [([UInt8], DocumentFormat)] = [
        (Array("%PDF-".utf8), .pdf), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
        ([0xFF, 0xD8, 0xFF], .jpeg), ([0x49, 0x49, 0x2A, 0x00], .tiff), ([0x4D, 0x4D, 0x00, 0x2A], .tiff),
    ]

    private static let refused: [([UInt8], String, String)] = [
        (
            Array("PK\u{3}\u{4}".utf8), "a DOCX, ODT or ZIP file",
            "open it in its program and save it as PDF first"
        ),
        ([0xD0, 0xCF, 0x11, 0xE0], "a DOC file", "open it in its program and save it as PDF first"),
        (Array("{\\rtf".utf8), "an RTF document", "open it in its program and save it as PDF first"),
        (Array("GIF8".utf8), "a GIF image", "save it as PNG first"),
        (Array("RIFF".utf8), "a WebP image or a recording", "save an image as PNG first"),
        (Array("%!PS".utf8), "a PostScript document", "make a PDF of it first"),
        ([0xFF, 0xFE], "UTF-16 text", "save it as UTF-8"), ([0xFE, 0xFF], "UTF-16 text", "save it as UTF-8"),
    ]
}
