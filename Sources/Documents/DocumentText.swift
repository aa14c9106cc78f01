/// The text of a document, and how it was found.
public struct DocumentText: Sendable, Hashable, Codable {
    /// How a text was found.
    public enum Method: String, Sendable, Hashable, Codable {
        /// It is a text file.
        case plainText
        /// The document holds it as text.
        case textLayer
        /// It was read off pictures of its pages, and may hold misread words.
        case pictures
        /// Some pages hold text, others were read off their pictures.
        case textLayerAndPictures
    }

    /// The text: lines end with a line feed, pages with an empty line.
    public var text: String
    /// How many pages were read; 1 for plain text.
    public var pages: Int
    /// What the document is.
    public var format: DocumentFormat
    /// How the text was found.
    public var method: Method
    /// What a reader should know, a sentence each: pages left out, words that are hard to read.
    public var warnings: [String]
    /// The SHA-256 of the document's bytes, in hexadecimal: the same document has the same.
    public var contentHash: String

    /// A text as it was found.
    public init(
        text: String, pages: Int, format: DocumentFormat, method: Method, warnings: [String] = [],
        contentHash: String
    ) {
        self.text = text
        self.pages = pages
        self.format = format
        self.method = method
        self.warnings = warnings
        self.contentHash = contentHash
    }
}
