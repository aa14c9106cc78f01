import Delivery
import Evaluation
import Interview

/// Shows an interview as a whole at its end: the score, what to do next and why, then the rest.
struct SummaryView {
    let page: Page

    /// So many sentences of a kind are shown; all of them are in the JSON.
    private static let most = (strengths: 3, areas: 4, tips: 3, resources: 3)

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
            page.score("Mean", mean, remark: PerformanceLabel(score: mean)?.title ?? "")
            for dimension in summary.dimensions { page.score(dimension.dimension.title, dimension.mean) }
        }
        showFigures(summary)
        guard let feedback = summary.feedback else { return showMissed(summary) }
        for remark in feedback.hearing.remarks {
            page.item(remark, mark: "!", style: page.palette.fair)
        }
        let names = AnswerNames(summary)
        list(
            FeedbackHeading.strengths, feedback.strengths.prefix(Self.most.strengths), names, mark: "+",
            page.palette.good)
        list(
            FeedbackHeading.areas, feedback.areas.prefix(Self.most.areas), names, mark: "-", page.palette.fair
        )
        list(
            FeedbackHeading.tips, feedback.tips.prefix(Self.most.tips), names, mark: "→", page.palette.accent)
        show(feedback.plan)
        show(feedback.resources)
    }

    private func showFigures(_ summary: InterviewSummary) {
        page.space()
        if let ratings = summary.feedback?.ratings { StarsView(page: page).show(ratings) }
        if let pace = summary.wordsPerMinute {
            page.figure("Pace", "\(TextLayout.number(pace)) words a minute")
        }
        if let fillers = summary.fillersPerMinute {
            page.figure("Fillers", FillerRateText.of(fillers))
        }
        if let trend = summary.feedback?.trend {
            page.figure("Trend", trend.direction.rawValue, remark: trend.remark(of: "answers"))
        }
        if let trend = summary.feedback?.trendOverInterviews {
            page.figure(
                "Over interviews", trend.direction.rawValue,
                remark: summary.feedback?.trendOverInterviewsRemark ?? "")
        }
    }

    /// What was missed, for a summary without feedback.
    private func showMissed(_ summary: InterviewSummary) {
        guard !summary.missedPoints.isEmpty else { return }
        page.heading(FeedbackHeading.missed)
        for point in summary.missedPoints.prefix(5) {
            page.item(point, mark: "→", style: page.palette.accent)
        }
    }

    private func list(
        _ heading: String, _ statements: ArraySlice<FeedbackStatement>, _ names: AnswerNames, mark: String,
        _ style: (String) -> TerminalText
    ) {
        guard !statements.isEmpty else { return }
        page.heading(heading)
        for statement in statements {
            page.item(statement.line(names), mark: mark, style: style)
        }
    }

    private func show(_ plan: PracticePlan) {
        guard !plan.steps.isEmpty else { return }
        page.heading(FeedbackHeading.plan(plan))
        for step in plan.steps {
            page.item(step.line, mark: "Day \(step.day)", style: page.palette.accent)
            for point in step.points { page.item(point, mark: "     ·", style: page.palette.dim) }
        }
    }

    private func show(_ resources: [InterviewFeedback.Recommendation]) {
        guard !resources.isEmpty else { return }
        page.heading(FeedbackHeading.resources)
        for recommendation in resources.prefix(Self.most.resources) {
            page.item(recommendation.resource.line, mark: "→", style: page.palette.accent)
        }
    }
}
