import FoundationEssentials
import Reports
import Speech

/// What was asked and answered in an interview, as plain text.
struct TranscriptText {
    let report: InterviewReport

    /// The text; lines end with a line feed.
    var text: String {
        var lines = [report.people.title, report.startedAt.formatted(.iso8601), ""]
        for question in report.questions {
            lines += ["\(question.name): \(question.text)", ""]
            if question.takes.isEmpty { lines += ["(no answer)", ""] }
            for take in question.takes {
                if question.takes.count > 1 { lines.append("Take \(take.number)") }
                lines += answer(take)
                if let corrected = take.correction?.text { lines.append("Corrected: \(corrected)") }
                if let code = take.code { lines += ["Code:", code] }
                lines.append("")
            }
        }
        return lines.joined(separator: "\n")
    }

    private func answer(_ take: ReportTake) -> [String] {
        if let typed = take.typedText { return [typed] }
        if let failure = take.failure { return ["(not analysed: \(failure))"] }
        guard take.delivery != nil else { return ["(not heard yet)"] }
        guard !take.passages.isEmpty else { return ["(no words were understood)"] }
        return take.passages.map { "[\(ClockTime($0.startSeconds))] \($0.text)" }
    }
}
