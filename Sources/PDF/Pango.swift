import CPango

/// A text that Pango laid out in lines: any script, in fonts that have its letters as far as they are installed.
struct Pango: ~Copyable {
    /// One line; lengths are in points.
    struct Line: Sendable {
        /// From the top of the text.
        var top: Double
        var height: Double
        /// From the top of the text.
        var baseline: Double
        /// Where its letters begin and how far they reach, from the left.
        var left: Double
        var width: Double
    }

    /// Where a text stands in its width.
    enum Alignment {
        /// At the side where its script begins; at the right; in the middle.
        case natural, right, middle
    }

    /// What becomes of a text that is wider than its width.
    enum Breaking {
        /// It goes on in the next line, between words where it can; anywhere, as code does; or it is cut.
        case betweenWords, anywhere, cut
    }

    private let layout: OpaquePointer
    /// The lines from top to bottom.
    let lines: [Line]
    /// How many characters no installed font has.
    let missingGlyphs: Int

    /// Lays a text out.
    ///
    /// - Parameters:
    ///   - context: Cairo's context.
    ///   - width: where lines are broken, in points; `nil` for one line.
    ///   - breaking: what becomes of a text that is wider.
    init(
        _ spans: [TextSpan], in context: OpaquePointer, width: Double?, alignment: Alignment = .natural,
        breaking: Breaking = .betweenWords
    ) throws(PDFError) {
        guard let layout = pango_cairo_create_layout(context) else {
            throw .notDrawn(doing: "laying out text", reason: "out of memory")
        }
        self.layout = layout
        Self.prepare(pango_layout_get_context(layout))
        let text = spans.map(\.text).joined()
        pango_layout_set_text(layout, text, Int32(text.utf8.count))
        Self.set(spans, on: layout)
        if let width {
            pango_layout_set_width(layout, Self.units(width))
            pango_layout_set_wrap(layout, breaking == .anywhere ? PANGO_WRAP_CHAR : PANGO_WRAP_WORD_CHAR)
            if breaking == .cut { pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END) }
        }
        switch alignment {
        case .natural: break
        case .right:
            pango_layout_set_auto_dir(layout, 0)
            pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
        case .middle: pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
        }
        lines = Self.lines(of: layout)
        missingGlyphs = Int(pango_layout_get_unknown_glyphs_count(layout))
    }

    /// Whether any font is installed: without one Pango ends the whole program at the first text.
    static var hasFonts: Bool { !families.isEmpty }

    /// The names of the font families that are installed; the names of sorts that Pango adds are no fonts.
    static var families: [String] {
        var list: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
        var count: Int32 = 0
        pango_font_map_list_families(pango_cairo_font_map_get_default(), &list, &count)
        defer { g_free(list) }
        return (0..<Int(count)).compactMap { index in
            list?[index].flatMap { pango_font_family_get_name($0) }.map { String(cString: $0) }
        }.filter { !["sans", "serif", "monospace", "system-ui"].contains($0.lowercased()) }
    }

    /// Pango's version.
    static var version: String { pango_version_string().map { String(cString: $0) } ?? "unknown version" }

    /// The font family in which the text begins; `nil` for no text.
    var family: String? {
        guard let line = pango_layout_get_line_readonly(layout, 0), let run = line.pointee.runs?.pointee.data
        else { return nil }
        let item = run.assumingMemoryBound(to: PangoGlyphItem.self).pointee.item
        guard let font = item?.pointee.analysis.font, let description = pango_font_describe(font) else {
            return nil
        }
        defer { pango_font_description_free(description) }
        return pango_font_description_get_family(description).map { String(cString: $0) }
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }

    /// How high all lines are, in points.
    var height: Double { lines.last.map { $0.top + $0.height } ?? 0 }
    /// How wide the widest line is, in points.
    var width: Double { lines.map(\.width).max() ?? 0 }

    /// Draws a line with its text's left edge at `x` and its baseline at `y`.
    func draw(line index: Int, in context: OpaquePointer, x: Double, baseline y: Double) {
        guard let line = pango_layout_get_line_readonly(layout, Int32(index)) else { return }
        cairo_move_to(context, x + lines[index].left, y)
        pango_cairo_show_layout_line(context, line)
    }

    /// Lengths that hold for paper, whatever a screen would round them to.
    private static func prepare(_ context: OpaquePointer?) {
        pango_cairo_context_set_resolution(context, 72)
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        pango_context_set_language(context, pango_language_from_string("en"))
        pango_context_set_round_glyph_positions(context, 0)
    }

    private static func units(_ points: Double) -> Int32 { Int32(points * Double(PANGO_SCALE)) }

    private static func points(_ units: Int32) -> Double { Double(units) / Double(PANGO_SCALE) }

    private static func set(_ spans: [TextSpan], on layout: OpaquePointer) {
        let list = pango_attr_list_new()
        var start: UInt32 = 0
        for span in spans {
            let end = start + UInt32(span.text.utf8.count)
            for attribute in attributes(of: span) {
                guard let attribute else { continue }
                attribute.pointee.start_index = start
                attribute.pointee.end_index = end
                // The list owns it from here on.
                pango_attr_list_insert(list, attribute)
            }
            start = end
        }
        pango_layout_set_attributes(layout, list)
        pango_attr_list_unref(list)
    }

    private static func attributes(of span: TextSpan) -> [UnsafeMutablePointer<PangoAttribute>?] {
        let part = { (share: Double) in UInt16((min(max(share, 0), 1) * 65_535).rounded()) }
        let size = span.isRaised ? span.size * 0.62 : span.size
        var attributes = [
            pango_attr_family_new(span.isMonospaced ? "monospace" : "sans-serif"),
            pango_attr_size_new(units(size)),
            pango_attr_foreground_new(part(span.colour.red), part(span.colour.green), part(span.colour.blue)),
            pango_attr_weight_new(span.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL),
        ]
        if span.isStruck { attributes.append(pango_attr_strikethrough_new(1)) }
        if span.isUnderlined { attributes.append(pango_attr_underline_new(PANGO_UNDERLINE_SINGLE)) }
        if span.isMonospaced { attributes.append(pango_attr_insert_hyphens_new(0)) }
        if span.isRaised { attributes.append(pango_attr_rise_new(units(span.size * 0.36))) }
        return attributes
    }

    private static func lines(of layout: OpaquePointer) -> [Line] {
        guard let place = pango_layout_get_iter(layout) else { return [] }
        defer { pango_layout_iter_free(place) }
        var lines: [Line] = []
        repeat {
            var (top, bottom): (Int32, Int32) = (0, 0)
            pango_layout_iter_get_line_yrange(place, &top, &bottom)
            var extents = PangoRectangle()
            pango_layout_iter_get_line_extents(place, nil, &extents)
            lines.append(
                Line(
                    top: points(top), height: points(bottom - top),
                    baseline: points(pango_layout_iter_get_baseline(place)), left: points(extents.x),
                    width: points(extents.width)))
        } while pango_layout_iter_next_line(place) != 0
        return lines
    }
}
