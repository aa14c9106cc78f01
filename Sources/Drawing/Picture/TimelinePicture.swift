/// An answer as a picture: what `TimelineSVG` writes, for surfaces that draw themselves.
///
/// ```swift
/// let picture = TimelinePicture(timeline, detail: .overview).picture
/// for shape in picture.shapes { … picture.ink(…) … }
/// ```
public struct TimelinePicture: Sendable {
    /// How much of an answer is shown.
    public enum Detail: String, Sendable, Hashable, CaseIterable {
        /// All: the figures, every word at its time and what the signs mean, in as many rows as that takes.
        case full
        /// Level, pauses, marks, pitch and pace in at most three rows, for a column of text that says the rest.
        case overview
    }

    /// The shapes, on their ground.
    public let picture: Picture

    /// The picture of an answer.
    public init(_ timeline: AnswerTimeline, title: String = "", detail: Detail = .full) {
        picture =
            switch detail {
            case .full: Self.full(timeline, title: title)
            case .overview: Self.overview(timeline)
            }
    }

    private static func full(_ timeline: AnswerTimeline, title: String) -> Picture {
        let plan = RowPlan(timeline)
        let body = RowsDrawing(timeline: timeline, plan: plan)
        let header = HeaderDrawing(timeline: timeline, title: title)
        let legend = LegendDrawing(timeline: timeline, scale: body.scale, hasSteps: plan.wordLines > 1)
        let sheet = PictureSheet.full
        let rowsTop = sheet.margin + header.height
        let legendTop = rowsTop + body.height
        let height = legendTop + legend.height + sheet.margin
        var picture = Picture(width: sheet.width, height: height, barWidth: body.barWidth)
        picture.rectangle(x: 0, y: 0, width: sheet.width, height: height, radius: 10, style: "ground")
        header.draw(top: sheet.margin, into: &picture)
        body.draw(top: rowsTop, into: &picture)
        legend.draw(top: legendTop, into: &picture)
        return picture
    }

    private static func overview(_ timeline: AnswerTimeline) -> Picture {
        let sheet = PictureSheet.column
        let body = RowsDrawing(timeline: timeline, plan: .overview(timeline), sheet: sheet)
        let height = max(1, body.height - RowLayout.gap + overviewMargin)
        var picture = Picture(width: sheet.width, height: height, barWidth: body.barWidth)
        picture.rectangle(x: 0, y: 0, width: sheet.width, height: height, style: "ground")
        body.draw(top: overviewMargin / 2, into: &picture)
        return picture
    }

    /// What an overview has over and under its rows, in pixels.
    private static let overviewMargin = 12.0
}
