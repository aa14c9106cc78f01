import Evaluation
import FoundationEssentials
import Interview

/// Shows how scores went from interview to interview.
struct ScoreEvolutionView {
    let page: Page
    let zone: TimeZone

    /// The line of the overall scores, and where it goes.
    func showShort(_ points: [ScorePoint], trend: Trend?) {
        page.heading("From interview to interview")
        guard let first = points.first, let last = points.last else {
            return page.paragraph("No completed interview has a score yet.")
        }
        if points.count > 1 {
            page.figure("Score", SparkLine.text(points.map(\.overall), within: 0...100))
            let scores = points.map(\.overall)
            page.figure(
                "",
                "\(TextLayout.number(first.overall)) on \(Moment.day(first.heldAt, in: zone)), "
                    + "\(TextLayout.number(last.overall)) on \(Moment.day(last.heldAt, in: zone)), best "
                    + "\(TextLayout.number(scores.max() ?? 0))")
        } else {
            page.figure(
                "Score", TextLayout.number(first.overall), remark: "on \(Moment.day(first.heldAt, in: zone))")
        }
        show(trend, scored: points.count)
        for remark in Self.remarks(points) { page.item(remark, mark: "!", style: page.palette.fair) }
    }

    /// Every interview with its scores, each side's line, and where they go.
    func show(_ points: [ScorePoint], trend: Trend?) {
        let palette = page.palette
        let rows = points.map { point -> [ColumnTable.Cell] in
            let bar = TextLayout.bar(point.overall / 100, width: 20)
            return [
                .init("\(point.interview)", style: palette.bold), .init(Moment.text(point.heldAt, in: zone)),
                .init(score: point.overall, palette),
                .init(bar) { palette.score(point.overall, $0) },
            ]
                + Dimension.allCases.map { dimension in
                    .init(score: point.dimensions.first { $0.dimension == dimension }?.score, palette)
                }
        }
        let titles = ["", "held", "score", ""] + Dimension.allCases.map(\.shortTitle)
        let table = ColumnTable(titles: titles, right: [0, 2, 4, 5, 6, 7, 8], rows: rows)
        page.space()
        for line in table.lines(palette) { page.line("\(Page.indent)\(line)") }
        page.space()
        if points.count > 1 {
            page.figure("Score", SparkLine.text(points.map(\.overall), within: 0...100))
            for dimension in Dimension.allCases {
                let scores = points.compactMap { $0.dimensions.first { $0.dimension == dimension }?.score }
                if scores.count > 1 { page.figure(dimension.title, SparkLine.text(scores, within: 0...100)) }
            }
        }
        show(trend, scored: points.count)
        for remark in Self.remarks(points) { page.item(remark, mark: "!", style: page.palette.fair) }
    }

    private func show(_ trend: Trend?, scored: Int) {
        if let trend {
            page.figure("Trend", trend.direction.rawValue, remark: "(\(trend.remark(of: "interviews")))")
        } else {
            page.figure(
                "Trend", "–",
                remark:
                    "it needs \(Trend.scoresNeeded) interviews that were judged in the same way; there \(scored == 1 ? "is" : "are") \(scored) with a score"
            )
        }
    }

    /// What keeps the points from being compared.
    static func remarks(_ points: [ScorePoint]) -> [String] {
        let ways = InterviewJudging.allCases.filter { way in points.contains { $0.judging == way } }
        let isMixed = points.contains { $0.judging == nil }
        guard ways.count > 1 || isMixed && !ways.isEmpty else { return [] }
        let counts = ways.map { way in "\(points.count { $0.judging == way }) \(way.phrase)" }
        let mixed = points.count { $0.judging == nil }
        let all = counts + (mixed > 0 ? ["\(mixed) in several ways or in one that is not known"] : [])
        return [
            "These were not all judged in the same way (\(all.joined(separator: ", "))): a step in the line may be the judge's. The "
                + "trend compares only those that were judged as the newest."
        ]
    }
}

extension Dimension {
    /// The name for the head of a narrow column.
    fileprivate var shortTitle: String {
        switch self {
        case .relevance: "rel"
        case .completeness: "compl"
        case .clarity: "clar"
        case .technicalAccuracy: "tech"
        case .communication: "comm"
        }
    }
}
