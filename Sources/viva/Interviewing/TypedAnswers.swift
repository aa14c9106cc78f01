import Interview
import Practice

/// Answers typed at the keyboard, for people who cannot speak just now.
struct TypedAnswers: AnswerSource {
    var bank: QuestionBank? { nil }
    let page: Page

    /// The longest typed answer, in bytes: some two hours of speech.
    private static let limitBytes = 100_000

    func answer(_ turn: Turn, in room: PracticeRoom) async throws -> Bool {
        let help = HelpOffer(await room.interview)
        if StandardInput.isInteractive {
            Terminal.log.print("  Type your answer; an empty line ends it.")
            if let keys = help?.keys { Terminal.log.print("  On a line of its own: \(keys)") }
            Terminal.log.print()
        }
        var lines: [String] = []
        var length = 0
        while let line = readLine(), !line.allSatisfy(\.isWhitespace) || lines.isEmpty {
            if let help, let kind = HelpOffer.kind(of: line) {
                help.show(kind)
                try await help.note(in: room)
                continue
            }
            if !line.allSatisfy(\.isWhitespace) { lines.append(line) }
            length += line.utf8.count
            guard length <= Self.limitBytes else {
                throw CommandFailure(
                    .badInput, "The answer is longer than \(Self.limitBytes / 1000) kB: shorten it.")
            }
        }
        guard !lines.isEmpty else { return false }
        try await room.take(typed: lines.joined(separator: " "))
        return true
    }

    func decide(after take: Take, in room: PracticeRoom) async throws -> Decision {
        try await Choice.ask(in: room)
    }
}
