import Delivery
import Drawing
import Speech

/// Shows an answer over time in a few lines: where it was loud, where fillers were, how the pitch moved.
struct TimelineView {
    let page: Page

    func show(_ analysis: AnswerAnalysis) {
        let timeline = AnswerTimeline(analysis)
        guard !timeline.speech.isEmpty else { return }
        page.heading("Over time")
        for line in Self.lines(timeline, columns: Terminal.output.columns, palette: page.palette) {
            page.line(line)
        }
    }

    /// The lines of an answer in a terminal of `columns`.
    static func lines(_ timeline: AnswerTimeline, columns: Int, palette: Palette) -> [TerminalText] {
        let drawn = TimelineText(timeline, columns: columns - Page.indent.count)
        var lines: [TerminalText] = []
        for row in drawn.rows {
            if !lines.isEmpty { lines.append("") }
            lines += row.lines.map { "\(Page.indent)\(coloured($0, palette))" }
        }
        if drawn.hiddenSeconds > 0 {
            lines.append(
                "\(Page.indent)\(palette.dim("… \(ClockTime(drawn.hiddenSeconds)) more: see --svg"))")
        }
        let legend = timeline.legend
        guard !legend.isEmpty else { return lines }
        return lines + [""]
            + TextLayout.wrap(legend, columns: columns, first: Page.indent, rest: Page.indent).map {
                TerminalText($0)
            }
    }

    /// A line with stretches of one style in its colour. Spaces at its end are left out.
    private static func coloured(_ cells: [TimelineText.Cell], _ palette: Palette) -> TerminalText {
        let end = cells.lastIndex { $0.character != " " }.map { $0 + 1 } ?? 0
        var line: TerminalText = ""
        var rest = cells[..<end]
        while let style = rest.first?.style {
            let stretch = rest.prefix { $0.style == style }
            line += coloured(String(stretch.map(\.character)), style, palette)
            rest = rest.dropFirst(stretch.count)
        }
        return line
    }

    private static func coloured(_ text: String, _ style: TimelineText.Style, _ palette: Palette)
        -> TerminalText
    {
        switch style {
        case .plain: palette.dim(text)
        case .level, .pitch: palette.accent(text)
        case .mark(.filledPause), .mark(.lexical): palette.fair(text)
        case .mark: palette.bold(text)
        }
    }
}
