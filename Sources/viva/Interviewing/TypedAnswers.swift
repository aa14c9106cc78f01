import Interview
import Practice

/// Answers typed at the keyboard, for people who cannot speak just now.
struct TypedAnswers: AnswerSource {
    var bank: QuestionBank? { nil }
    let page: Page

    func answer(_ turn: Turn, in room: PracticeRoom) async throws -> Bool {
        if StandardInput.isInteractive {
            Terminal.log.print("  Type your answer; an empty line ends it.\n")
        }
        var lines: [String] = []
        while let line = readLine(), !line.allSatisfy(\.isWhitespace) || lines.isEmpty {
            if !line.allSatisfy(\.isWhitespace) { lines.append(line) }
        }
        guard !lines.isEmpty else { return false }
        try await room.take(typed: lines.joined(separator: " "))
        return true
    }

    func decide(after take: Take) async -> Decision {
        await Choice.ask(page: page, hasRecording: false, play: {})
    }
}
