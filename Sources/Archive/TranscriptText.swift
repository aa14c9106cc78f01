import FoundationEssentials
import Interview
import Reports
import Speech

/// What was asked and answered in an interview, as plain text.
struct TranscriptText {
    private let report: InterviewReport
    /// What speakers say that they said, by question and attempt.
    private let corrections: [[String?]]

    init(_ report: InterviewReport, of interview: Interview) {
        self.report = report
        corrections = interview.turns.map { turn in turn.takes.map { $0.corrections?.last?.text } }
    }

    /// The text; lines end with a line feed.
    var text: String {
        var lines = [report.people.title, report.startedAt.formatted(.iso8601), ""]
        for (index, question) in report.questions.enumerated() {
            lines += ["\(question.name): \(question.text)", ""]
            if question.takes.isEmpty { lines += ["(no answer)", ""] }
            for (place, take) in question.takes.enumerated() {
                if question.takes.count > 1 { lines.append("Take \(take.number)") }
                lines += answer(take)
                if let corrected = corrections[index][place] { lines.append("Corrected: \(corrected)") }
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
