/// An answer as a picture: an SVG document that a person understands at a glance and that needs nothing beside itself.
///
/// ```swift
/// let picture = TimelineSVG(AnswerTimeline(analysis), title: "answer.wav")
/// try Data(picture.text.utf8).write(to: url)
/// ```
///
/// A long answer becomes several rows, like lines of a page. The picture can stand alone or be put into a page as it
/// is; there each needs an `identifier` of its own. It says its key facts in words for who does not see it, and nothing
/// in it is told by colour alone.
public struct TimelineSVG: Sendable {
    /// What is drawn.
    public let timeline: AnswerTimeline
    /// What stands over it.
    public let title: String
    /// In which colours.
    public let appearance: TimelineAppearance
    /// What the names inside the document begin with.
    public let identifier: String

    /// A picture of an answer.
    ///
    /// - Parameters:
    ///   - timeline: what is drawn.
    ///   - title: what stands over it, such as the name of the recording.
    ///   - appearance: in which colours; by default light or dark as the reader's system is.
    ///   - identifier: what names inside the document begin with; of it only letters, digits, `-` and `_` of ASCII are
    ///     kept.
    public init(
        _ timeline: AnswerTimeline, title: String = "How the answer was spoken",
        appearance: TimelineAppearance = .automatic, identifier: String = "timeline"
    ) {
        self.timeline = timeline
        self.title = title
        self.appearance = appearance
        let kept = identifier.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        self.identifier = kept.first?.isLetter == true ? kept : "timeline" + kept
    }

    /// The document, in UTF-8 without a declaration, so that it can be put into a page.
    public var text: String {
        let plan = RowPlan(timeline)
        let body = RowsDrawing(timeline: timeline, plan: plan, hatch: hatch)
        let header = HeaderDrawing(timeline: timeline, title: title)
        let legend = LegendDrawing(
            timeline: timeline, scale: body.scale, hatch: hatch, hasSteps: plan.wordLines > 1)
        let margin = PlotWidth.margin
        let rowsTop = margin + header.height
        let legendTop = rowsTop + body.height
        let height = legendTop + legend.height + margin
        var markup = Markup()
        open(&markup, height: height, barWidth: body.barWidth)
        header.draw(top: margin, into: &markup)
        body.draw(top: rowsTop, into: &markup)
        legend.draw(top: legendTop, into: &markup)
        markup.raw("</svg>\n")
        return markup.text
    }

    private var hatch: String { "\(identifier)-pause" }

    /// The head of the document, up to the ground that all is drawn on.
    private func open(_ markup: inout Markup, height: Double, barWidth: Double) {
        let size = "\(SVGNumber(PlotWidth.picture)) \(SVGNumber(height))"
        let style = TimelineStyle(identifier: identifier, appearance: appearance, barWidth: barWidth)
        markup.raw(
            """
            <svg xmlns="http://www.w3.org/2000/svg" id="\(identifier)" role="img" \
            aria-labelledby="\(identifier)-title \(identifier)-desc" viewBox="0 0 \(size)" \
            width="\(SVGNumber(PlotWidth.picture))" height="\(SVGNumber(height))" style="max-width:100%;height:auto">
            <title id="\(identifier)-title">\(XMLText.escaped(title))</title>
            <desc id="\(identifier)-desc">\(XMLText.escaped(TimelineSummary(timeline: timeline).text))</desc>
            <style>
            \(style.text)
            </style>
            <defs><pattern id="\(hatch)" width="7" height="7" patternUnits="userSpaceOnUse" \
            patternTransform="rotate(45)">\
            <rect class="stripes" width="7" height="7"/><path class="stripe" d="M0 0V7"/></pattern></defs>

            """)
        markup.rectangle(x: 0, y: 0, width: PlotWidth.picture, height: height, radius: 10, style: "ground")
    }
}
