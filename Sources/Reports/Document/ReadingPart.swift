import Drawing
import Speech

/// What the signs of a report mean, and where it comes from.
struct ReadingPart {
    let report: InterviewReport

    var blocks: [ReportBlock] {
        let timelines = report.questions.compactMap { $0.finalTake?.timeline }
        let runs = report.questions.flatMap { $0.finalTake?.passages ?? [] }.flatMap(\.runs)
        var items: [ReportText] = []
        if report.result.overall != nil {
            items.append("Scores go from 0 to 100, stars from one to five.")
        }
        if timelines.contains(where: { !$0.speech.isEmpty }) {
            items.append(
                "The picture of an answer shows from top to bottom its level with the pauses (shaded), its marks, the "
                    + "pitch of the voice and the pace. The shaded band of the pace is easy to follow.")
        }
        let marked = TimelineMark.Kind.allCases.filter { kind in runs.contains { $0.kind == kind } }
        if !marked.isEmpty {
            var text = ReportText("Marked in the answers: ")
            for (index, kind) in marked.enumerated() {
                text =
                    text + ReportText(index == 0 ? "" : ", ") + ReportText(kind.name, .marked(kind))
                    + ReportText(" (\(kind.letter))")
            }
            items.append(text + ". Words taken back are struck through.")
        }
        if runs.contains(where: { $0.isDoubtful && $0.mark == nil && !$0.isUncertain }) {
            let least = FixedPoint(TimelineWord.doubtfulConfidence, places: 1)
            items.append(
                ReportText("Underlined words", .doubtful)
                    + ReportText(" are likelier misheard than heard (confidence under \(least))."))
        }
        if runs.contains(where: \.isUncertain) {
            items.append(
                ReportText("[Words?]", .uncertain)
                    + " in brackets were probably not said, but expected; the sound does not bear them out.")
        }
        let day = ReportDate(date: report.writtenAt, utcOffsetSeconds: report.utcOffsetSeconds).full
        items.append(
            "This report speaks of what was said and heard, never of a person or their fitness for a job.")
        items.append(ReportText("Made with Viva on \(day). Interview \(report.interviewID).", .dim))
        return [
            .heading(2, "How to read this report", name: "reading"),
            .items(items.map { ReportBlock.Item(mark: .neutral, text: $0) }),
        ]
    }
}
