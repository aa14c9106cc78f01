import Interview

/// The attempts at a question beside each other.
struct TakesPart {
    let question: ReportQuestion
    /// The beginning of the names of its headings.
    let name: String

    var blocks: [ReportBlock] {
        guard question.takes.count > 1 else { return [] }
        let scores = question.takes.map { take in
            ReportBlock.Score(
                name: "Take \(take.number)", value: take.overall, remark: remark(on: take))
        }
        return [.heading(3, "The takes", name: "\(name)-takes"), .bars(scores)] + comparison
    }

    private func remark(on take: ReportTake) -> String {
        if let failure = take.failure, take.evaluation == nil { return "Not analysed: \(failure)" }
        var remarks: [String] = []
        if take.evaluation != nil, take.overall == nil { remarks.append("no score") }
        if take.review?.overall != nil { remarks.append("a person's score") }
        if take.correction != nil { remarks.append("corrected") }
        if question.shownHelp.contains(where: { $0.take <= take.number }) { remarks.append("with help") }
        if take.number == question.finalTake?.number { remarks.append("counts") }
        return remarks.isEmpty ? "" : "(\(remarks.joined(separator: ", ")))"
    }

    private var comparison: [ReportBlock] {
        guard let comparison = question.comparison, comparison.takes.count == 2 else { return [] }
        var blocks: [ReportBlock] = []
        let rows = comparison.changes.filter { $0.before != nil || $0.after != nil }.map { change in
            [
                change.name.prefix(1).uppercased() + change.name.dropFirst()
                    + (change.unit.isEmpty ? "" : " (\(change.unit))"),
                ReportNumber.figure(change.before), ReportNumber.figure(change.after),
                change.isBetter.map { $0 ? "better" : "worse" } ?? "",
            ]
        }
        if !rows.isEmpty {
            blocks.append(
                .table(
                    header: [
                        "Figure", "Take \(comparison.takes[0])", "Take \(comparison.takes[1])", "",
                    ],
                    rows: rows))
        }
        let changes =
            comparison.gainedPoints.map {
                ReportBlock.Item(mark: .strength, text: ReportText("Now said: \($0)"))
            }
            + comparison.lostPoints.map {
                ReportBlock.Item(mark: .weakness, text: ReportText("No longer said: \($0)"))
            }
        return blocks + (changes.isEmpty ? [] : [.items(changes)])
    }
}
