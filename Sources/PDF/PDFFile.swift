/// A PDF in memory, with what is to be known about it.
public struct PDFFile: Sendable, Hashable {
    /// The document.
    public let bytes: [UInt8]
    /// How many pages it has.
    public let pageCount: Int
    /// How many characters no installed font has; they are drawn as boxes with their codes.
    public let missingGlyphCount: Int

    /// What a reader should know, as sentences; empty when all is well.
    public var notices: [String] {
        guard missingGlyphCount > 0 else { return [] }
        let characters = missingGlyphCount == 1 ? "One character is" : "\(missingGlyphCount) characters are"
        return [
            "\(characters) drawn as boxes with codes in the PDF, as no installed font has them. Install a font that has, such "
                + "as Debian's fonts-wqy-microhei for Chinese, Japanese and Korean, fonts-lohit-deva for Devanagari, "
                + "fonts-symbola for emoji or fonts-noto-core for most other scripts, and make the report again."
        ]
    }
}
