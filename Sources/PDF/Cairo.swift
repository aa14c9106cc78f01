import CCairo

/// A PDF document that Cairo draws into memory; lengths are in points from the upper left corner, downwards.
///
/// Cairo keeps the first error and draws nothing after it, so it is asked at the end of each page and at the end.
struct Cairo: ~Copyable {
    private let surface: OpaquePointer
    /// Cairo's context, for Pango; valid as long as this document.
    let context: OpaquePointer
    private let sink: ByteSink
    private let limitBytes: Int

    /// A document of pages of a size, of at most `limitBytes`.
    init(width: Double, height: Double, limitBytes: Int) throws(PDFError) {
        let sink = ByteSink(limitBytes: limitBytes)
        // The sink lives as long as the document, which is the last to write into it.
        guard
            let surface = cairo_pdf_surface_create_for_stream(
                { closure, data, length in
                    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
                    let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
                    sink.append(UnsafeBufferPointer(start: data, count: Int(length)))
                    // Never an error: Cairo 1.16 may abort the program when it ends a document that it could not write.
                    return CAIRO_STATUS_SUCCESS
                }, Unmanaged.passUnretained(sink).toOpaque(), width, height)
        else { throw .notDrawn(doing: "opening the document", reason: "out of memory") }
        // Where there is no memory Cairo returns objects that only tell so: they are never NULL.
        let context = cairo_create(surface)
        let reason = Self.failure(context, surface)
        guard let context, reason == nil else {
            withExtendedLifetime(sink) {
                cairo_destroy(context)
                cairo_surface_destroy(surface)
            }
            throw .notDrawn(doing: "opening the document", reason: reason ?? "out of memory")
        }
        self.surface = surface
        self.context = context
        self.sink = sink
        self.limitBytes = limitBytes
    }

    deinit {
        // What is left is written, into a sink that has to be there still.
        withExtendedLifetime(sink) {
            cairo_destroy(context)
            cairo_surface_destroy(surface)
        }
    }

    /// Cairo's version.
    static var version: String { cairo_version_string().map { String(cString: $0) } ?? "unknown version" }

    // MARK: - The document

    /// What the document says of itself; `created` is a date of ISO 8601.
    func describe(title: String, author: String, subject: String, created: String) {
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, author)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, subject)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Viva")
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created)
    }

    /// An entry of the outline that leads to a height of a page; the entry's own number.
    func addOutline(under parent: Int32, title: String, page: Int, top: Double) -> Int32 {
        let flags = parent == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(rawValue: 0)
        return cairo_pdf_surface_add_outline(
            surface, parent, title, "page=\(page) pos=[0 \(Int(max(0, top)))]", flags)
    }

    /// Ends the page.
    func endPage(_ number: Int) throws(PDFError) {
        cairo_show_page(context)
        try check("drawing page \(number)")
    }

    /// Ends the document: its bytes.
    func finish() throws(PDFError) -> [UInt8] {
        cairo_surface_finish(surface)
        try check("ending the document")
        return sink.bytes
    }

    private func check(_ doing: String) throws(PDFError) {
        if sink.isFull { throw .tooLarge(limitBytes: limitBytes) }
        if let reason = Self.failure(context, surface) { throw .notDrawn(doing: doing, reason: reason) }
    }

    /// What went wrong first, in Cairo's words; `nil` when nothing did.
    private static func failure(_ context: OpaquePointer?, _ surface: OpaquePointer?) -> String? {
        for status in [cairo_status(context), cairo_surface_status(surface)]
        where status != CAIRO_STATUS_SUCCESS && status != CAIRO_STATUS_SURFACE_FINISHED {
            return cairo_status_to_string(status).map { String(cString: $0) } ?? "unknown error"
        }
        return nil
    }

    // MARK: - What parts are, for readers that do not see them

    /// Begins a part, such as `P` or `H1` (ISO 32000, 14.8.4).
    func begin(_ tag: String) { cairo_tag_begin(context, tag, nil) }

    /// Begins a place that links lead to. The name holds letters, digits and hyphens only.
    func beginDestination(_ name: String) {
        cairo_tag_begin(context, CAIRO_TAG_DEST, "name='\(name)'")
    }

    /// Ends a place that links lead to.
    func endDestination() { cairo_tag_end(context, CAIRO_TAG_DEST) }

    /// Begins a link: to an address, or with `#` before it to a place of the document.
    func beginLink(_ target: String) {
        let quoted = target.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
            .split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\\'")
        cairo_tag_begin(
            context, CAIRO_TAG_LINK,
            quoted.hasPrefix("#") ? "dest='\(quoted.dropFirst())'" : "uri='\(quoted)'")
    }

    /// Ends a link.
    func endLink() { cairo_tag_end(context, CAIRO_TAG_LINK) }

    /// Ends a part.
    func end(_ tag: String) { cairo_tag_end(context, tag) }

    // MARK: - Shapes

    /// Moves and scales places until `restore`.
    func save(x: Double = 0, y: Double = 0, scale: Double = 1) {
        cairo_save(context)
        cairo_translate(context, x, y)
        cairo_scale(context, scale, scale)
    }

    /// Draws only inside a rectangle until `restore`.
    func clip(x: Double, y: Double, width: Double, height: Double) {
        cairo_rectangle(context, x, y, width, height)
        cairo_clip(context)
    }

    /// Ends what `save` began.
    func restore() { cairo_restore(context) }

    /// Sets the colour of what is drawn next.
    func setColour(_ colour: Colour) {
        cairo_set_source_rgb(context, colour.red, colour.green, colour.blue)
    }

    /// Sets how lines are drawn next.
    func setLine(width: Double, dashes: [Double], isRound: Bool) {
        cairo_set_line_width(context, width)
        cairo_set_dash(context, dashes, Int32(dashes.count), 0)
        cairo_set_line_cap(context, isRound ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
        cairo_set_line_join(context, isRound ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
    }

    /// Moves the pen without drawing.
    func move(x: Double, y: Double) { cairo_move_to(context, x, y) }

    /// Draws a line to a place.
    func line(x: Double, y: Double) { cairo_line_to(context, x, y) }

    /// Adds a rectangle with corners rounded by `radius`.
    func rectangle(x: Double, y: Double, width: Double, height: Double, radius: Double = 0) {
        let radius = min(radius, width / 2, height / 2)
        guard radius > 0 else { return cairo_rectangle(context, x, y, width, height) }
        cairo_new_sub_path(context)
        let quarter = Double.pi / 2
        cairo_arc(context, x + width - radius, y + radius, radius, -quarter, 0)
        cairo_arc(context, x + width - radius, y + height - radius, radius, 0, quarter)
        cairo_arc(context, x + radius, y + height - radius, radius, quarter, 2 * quarter)
        cairo_arc(context, x + radius, y + radius, radius, 2 * quarter, 3 * quarter)
        cairo_close_path(context)
    }

    /// Adds a circle.
    func circle(x: Double, y: Double, radius: Double) {
        cairo_new_sub_path(context)
        cairo_arc(context, x, y, radius, 0, 2 * Double.pi)
        cairo_close_path(context)
    }

    /// Draws back to where the path began.
    func close() { cairo_close_path(context) }

    /// Fills what was added, and keeps it where its outline is drawn as well.
    func fill(keepsPath: Bool = false) {
        if keepsPath { cairo_fill_preserve(context) } else { cairo_fill(context) }
    }

    /// Draws the lines that were added.
    func stroke() { cairo_stroke(context) }
}
