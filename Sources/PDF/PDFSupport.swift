/// What PDFs of this machine are drawn with: the libraries, and the fonts that are installed.
public enum PDFSupport {
    /// The version of Cairo, which draws.
    public static var cairoVersion: String { Cairo.version }
    /// The version of Pango, which lays text out.
    public static var pangoVersion: String { Pango.version }

    /// The font family in which a text of a PDF would begin; `nil` where a letter of it has no font that is installed.
    ///
    /// - Throws: `PDFError`.
    public static func font(for text: String) throws(PDFError) -> String? {
        guard Pango.hasFonts else { return nil }
        let page = try Cairo(width: 100, height: 100, limitBytes: 1 << 20)
        let laid = try Pango([PageStyle.span(text)], in: page.context, width: nil)
        return laid.missingGlyphs == 0 ? laid.family : nil
    }
}
