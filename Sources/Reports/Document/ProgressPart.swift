import Drawing
import Evaluation
import Interview
import Speech

/// The interviews so far, this one last.
struct ProgressPart {
    let report: InterviewReport

    /// More interviews than this are not drawn: the latest count.
    private static let most = 12

    var blocks: [ReportBlock] {
        guard !report.progress.isEmpty else { return [] }
        let earlier = report.progress.suffix(Self.most - 1)
        let points =
            earlier.map { ScoreChart.Point(name: day($0), score: $0.overall) }
            + [ScoreChart.Point(name: "this one", score: report.result.overall)]
        let chart = ScoreChart(points)
        var blocks: [ReportBlock] = [
            .heading(2, "Progress", name: "progress"),
            .picture(
                chart.picture, title: "Overall scores of the interviews", description: chart.summary,
                caption: "Overall scores of the last \(points.count) interviews."),
        ]
        if let trend = report.result.trendOverInterviews {
            let remark = report.result.trendOverInterviewsRemark ?? ""
            blocks.append(
                .facts([.init(name: "Over interviews", value: trend.direction.rawValue, remark: remark)]))
        }
        if let last = earlier.last, !last.dimensions.isEmpty { blocks.append(table(last)) }
        return blocks
    }

    private func day(_ interview: EarlierInterview) -> String {
        ReportDate(date: interview.date, utcOffsetSeconds: report.utcOffsetSeconds).short
    }

    /// The dimensions against those of the interview before.
    private func table(_ last: EarlierInterview) -> ReportBlock {
        let rows = Dimension.allCases.compactMap { dimension -> [String]? in
            let before = last.dimensions.first { $0.dimension == dimension }?.mean
            let now = report.result.dimensions.first { $0.dimension == dimension }?.mean
            guard before != nil || now != nil else { return nil }
            return [
                dimension.title, before.map(ReportNumber.score) ?? "–", now.map(ReportNumber.score) ?? "–",
            ]
        }
        return .table(header: ["Dimension", day(last), "This one"], rows: rows)
    }
}
