import Evaluation
import Interview

/// Asks somebody at the keyboard for a question, step by step.
struct QuestionDialogue {
    let palette: Palette

    /// The question that was typed.
    ///
    /// - Throws: `CommandFailure` when the input ends first.
    func draft() throws -> QuestionDraft {
        say("A new question. Enter takes what stands in brackets; Ctrl-D ends without writing anything.")
        var draft = QuestionDraft(
            text: try required("The question"),
            kind: try choice("Kind", default: .behavioural),
            category: try line("Category, for example teamwork or databases", default: "general"),
            level: try choice("Level", default: .mid), keyPoints: [])
        draft.roles = try list("Jobs it suits, with commas between [every job]")
        say(
            "Key points: what a good answer says, each with the ways people say it: statement | variant | variant"
        )
        while true {
            let text = try line("Key point \(draft.keyPoints.count + 1)", default: "")
            let point = QuestionDraft.Point(text)
            if point.statement.isEmpty { break }
            draft.keyPoints.append(point)
        }
        if draft.keyPoints.isEmpty {
            say("Without key points answers are compared with a sample answer as a whole.")
            draft.sampleAnswers = [try required("A sample answer, as it would be spoken")]
        } else {
            draft.sampleAnswers = try optional("A sample answer, as it would be spoken [none]")
        }
        draft.hints = try optional("A hint for someone who is stuck [none]")
        draft.expectedDurationSeconds = try seconds("How many seconds a good answer takes", default: 90)
        draft.tags = try list("Labels, with commas between [none]")
        return draft
    }

    private func say(_ text: String) { Terminal.log.print("  \(palette.dim(text))") }

    /// One line that is typed, without the space around it.
    private func line(_ prompt: String, default: String? = nil) throws -> String {
        let usual = `default`.map { $0.isEmpty ? "" : " [\($0)]" } ?? ""
        Terminal.log.write("  \(palette.bold(prompt))\(usual): ")
        guard let line = readLine() else {
            throw CommandFailure(.interrupted, "The input ended: nothing was written.")
        }
        let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return text.isEmpty ? `default` ?? "" : text
    }

    private func required(_ prompt: String) throws -> String {
        while true {
            let text = try line(prompt)
            if !text.isEmpty { return text }
        }
    }

    private func optional(_ prompt: String) throws -> [String] {
        let text = try line(prompt)
        return text.isEmpty ? [] : [text]
    }

    private func list(_ prompt: String) throws -> [String] {
        try line(prompt).split(separator: ",")
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
    }

    private func choice<Choice: CaseIterable & RawRepresentable>(
        _ prompt: String, default: Choice
    ) throws -> Choice where Choice.RawValue == String {
        let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        while true {
            let text = try line("\(prompt): \(names)", default: `default`.rawValue)
            if let choice = Choice.allCases.first(where: { $0.rawValue.lowercased() == text.lowercased() }) {
                return choice
            }
            say("\(text) is none of these.")
        }
    }

    private func seconds(_ prompt: String, default: Double) throws -> Double {
        while true {
            let text = try line(prompt, default: TextLayout.number(`default`))
            if let seconds = Double(text), seconds.isFinite, seconds > 0 { return seconds }
            say("\(text) is not a number above 0.")
        }
    }
}
