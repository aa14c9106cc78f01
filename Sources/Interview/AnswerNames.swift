/// What the answers of an interview are called where sentences refer to them.
package struct AnswerNames: Sendable, Hashable {
    private let lines: [InterviewSummary.Line]

    /// The names by the lines of a summary.
    package init(_ summary: InterviewSummary) { lines = summary.lines }

    /// The names of some answers by the numbers of their turns: "questions 1 and 3, follow-up to 3".
    package func of(_ answers: [Int]) -> String {
        let named = answers.filter { (1...max(1, lines.count)).contains($0) && !lines.isEmpty }
            .map { lines[$0 - 1] }
        let questions = Self.distinct(named.filter { !$0.isFollowUp }.map(\.plannedNumber))
        let followUps = Self.distinct(named.filter(\.isFollowUp).map(\.plannedNumber))
        let main = Self.joined(questions).map { (questions.count == 1 ? "question " : "questions ") + $0 }
        let further = Self.joined(followUps).map {
            followUps.count == 1 ? "follow-up to \($0)" : "follow-ups to \($0)"
        }
        return [main, further].compactMap(\.self).joined(separator: ", ")
    }

    private static func distinct(_ numbers: [Int]) -> [Int] { Set(numbers).sorted() }

    /// The numbers with "and" before the last; `nil` for none.
    private static func joined(_ numbers: [Int]) -> String? {
        guard let last = numbers.last else { return nil }
        let first = numbers.dropLast().map { "\($0)" }.joined(separator: ", ")
        return first.isEmpty ? "\(last)" : "\(first) and \(last)"
    }
}
