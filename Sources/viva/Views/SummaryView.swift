import Evaluation
import Interview

/// Shows an interview as a whole at its end.
struct SummaryView {
    let page: Page

    func show(_ summary: InterviewSummary) {
        page.rule("Summary")
        for line in summary.lines {
            let name = line.isFollowUp ? "Follow-up" : "Question \(line.plannedNumber)"
            page.score(name, line.overall, remark: line.overall == nil ? line.unjudgedBecause ?? "" : "")
            page.paragraph(
                line.text + (line.takeCount > 1 ? "  (\(line.takeCount) takes)" : ""), style: page.palette.dim
            )
        }
        if let mean = summary.meanOverall {
            page.space()
            page.score("Mean", mean)
            for dimension in summary.dimensions { page.score(dimension.dimension.title, dimension.mean) }
        }
        if summary.wordsPerMinute != nil || summary.fillersPerMinute != nil { page.space() }
        if let pace = summary.wordsPerMinute {
            page.figure("Pace", "\(TextLayout.number(pace)) words a minute")
        }
        if let fillers = summary.fillersPerMinute {
            page.figure("Fillers", "\(TextLayout.number(fillers, places: 1)) a minute")
        }
        if !summary.missedPoints.isEmpty {
            page.heading("Worth another look")
            for point in summary.missedPoints.prefix(5) {
                page.item(point, mark: "→", style: page.palette.accent)
            }
        }
    }
}
