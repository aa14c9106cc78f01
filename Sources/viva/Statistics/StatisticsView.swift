import Evaluation
import Interview

/// Shows interviews in figures.
struct StatisticsView {
    let page: Page

    /// - Parameter given: the options that say which interviews they are.
    func show(_ statistics: InterviewStatistics, _ given: [String]) {
        let which = given.isEmpty ? "" : " that fit \(given.joined(separator: ", "))"
        page.title(TextLayout.count(statistics.interviews, "interview") + which)
        page.figure("State", Self.states(statistics))
        if let share = statistics.completedShare {
            page.figure("Completed", "\(TextLayout.number(share * 100)) % of those that are over")
        }
        page.figure("Answered", Self.answered(statistics))
        if statistics.waitingForReview > 0 {
            page.figure("To be reviewed", TextLayout.count(statistics.waitingForReview, "interview"))
        }
        if let minutes = statistics.meanDurationMinutes {
            page.figure(
                "Duration", "\(TextLayout.number(minutes, places: minutes < 10 ? 1 : 0)) minutes on average")
        }
        if let role = statistics.favouriteRole {
            page.figure(
                "Favourite role", role.role, remark: "(\(TextLayout.count(role.interviews, "interview")))")
        }
        showScores(statistics)
        showLabels(statistics)
    }

    private func showScores(_ statistics: InterviewStatistics) {
        page.heading("Scores on average")
        guard let mean = statistics.meanOverall else {
            return page.paragraph("No completed interview has a score yet.")
        }
        page.score("Overall", mean, remark: PerformanceLabel(score: mean)?.title ?? "")
        for dimension in statistics.dimensions {
            page.score(
                dimension.dimension.title, dimension.mean,
                remark: "of \(TextLayout.count(dimension.count, "interview"))")
        }
    }

    private func showLabels(_ statistics: InterviewStatistics) {
        guard let most = statistics.labels.map(\.interviews).max(), most > 0 else { return }
        page.heading("How they went")
        for label in statistics.labels {
            let number = TextLayout.right("\(label.interviews)", 3)
            let bar = TextLayout.bar(Double(label.interviews) / Double(most), width: 20)
            let head = Page.indent + TextLayout.left(label.label.title, 22)
            page.line("\(head)\(number) \(page.palette.accent(bar))")
        }
    }

    private static func states(_ statistics: InterviewStatistics) -> String {
        statistics.states.filter { $0.interviews > 0 }.map { "\($0.interviews) \($0.state.words)" }
            .joined(separator: ", ")
    }

    private static func answered(_ statistics: InterviewStatistics) -> String {
        let questions = TextLayout.count(statistics.questionsAnswered, "question")
        let followUps = statistics.followUpsAnswered
        return followUps == 0 ? questions : "\(questions) and \(TextLayout.count(followUps, "follow-up"))"
    }
}
