import FoundationEssentials
import Interview

/// Shows how answers were spoken from interview to interview.
struct DeliveryEvolutionView {
    let page: Page
    let zone: TimeZone

    /// A figure of delivery: what it is called, its unit, and where it stands.
    private struct Line {
        var name: String
        var unit: String
        var places: Int
        var values: [Double]
        var trend: FigureTrend?
    }

    private static func lines(_ delivery: DeliveryEvolution) -> [Line] {
        [
            Line(
                name: "Pace", unit: "words a minute", places: 0,
                values: delivery.points.compactMap(\.wordsPerMinute), trend: delivery.pace),
            Line(
                name: "Fillers", unit: "a minute", places: 1,
                values: delivery.points.compactMap(\.fillersPerMinute), trend: delivery.fillers),
            Line(
                name: "Pauses", unit: "a minute", places: 1,
                values: delivery.points.compactMap(\.pausesPerMinute), trend: delivery.pauses),
        ]
    }

    /// A line for each figure; nothing where no answer was spoken.
    func showShort(_ delivery: DeliveryEvolution) {
        guard !delivery.points.isEmpty else { return }
        page.heading("How answers were spoken, from interview to interview")
        for line in Self.lines(delivery) {
            guard let last = line.values.last else {
                page.figure(line.name, "–")
                continue
            }
            let drawn = line.values.count > 1 ? SparkLine.text(line.values) + "  " : ""
            page.figure(
                line.name, "\(drawn)\(TextLayout.number(last, places: line.places)) \(line.unit) in the last")
            if let trend = line.trend { page.figure("", Self.text(trend, places: line.places)) }
        }
    }

    /// Every interview with its figures, and where they go.
    func show(_ delivery: DeliveryEvolution) {
        let palette = page.palette
        let figure = { (value: Double?, places: Int) -> ColumnTable.Cell in
            .init(value.map { TextLayout.number($0, places: places) } ?? "–")
        }
        let rows = delivery.points.map { point -> [ColumnTable.Cell] in
            [
                .init("\(point.interview)", style: palette.bold), .init(Moment.text(point.heldAt, in: zone)),
                figure(point.wordsPerMinute, 0), figure(point.fillersPerMinute, 1),
                figure(point.pausesPerMinute, 1),
            ]
        }
        let table = ColumnTable(
            titles: ["", "held", "words a minute", "fillers a minute", "pauses a minute"],
            right: [0, 2, 3, 4],
            rows: rows)
        page.space()
        for line in table.lines(palette) { page.line("\(Page.indent)\(line)") }
        showShort(delivery)
        if Self.lines(delivery).allSatisfy({ $0.trend == nil }) {
            page.figure("Trend", "–", remark: "it needs \(Trend.scoresNeeded) interviews with spoken answers")
        }
    }

    private static func text(_ trend: FigureTrend, places: Int) -> String {
        "the last \(Trend.window) interviews average \(TextLayout.number(trend.recentMean, places: places)), the "
            + "\(Trend.window) before \(TextLayout.number(trend.earlierMean, places: places))"
    }
}
