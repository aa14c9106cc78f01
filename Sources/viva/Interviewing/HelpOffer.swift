import Interview
import Practice
import Synchronization

/// The hints and sample answers of the current question, for who asks for them in an interview for practice.
final class HelpOffer: Sendable {
    private let texts: [AnswerHelp.Kind: [String]]
    /// How many of each kind were shown.
    private let shown: Mutex<[AnswerHelp.Kind: Int]>
    /// What was shown and is not noted in the interview yet.
    private let unnoted = Mutex<[(kind: AnswerHelp.Kind, number: Int)]>([])

    /// What the current question offers; `nil` when that is nothing, as in an interview for real.
    init?(_ interview: Interview) {
        guard interview.details.mode == .practice, let turn = interview.current else { return nil }
        var texts: [AnswerHelp.Kind: [String]] = [:]
        var shown: [AnswerHelp.Kind: Int] = [:]
        for kind in AnswerHelp.Kind.allCases where !turn.helpOffered(kind).isEmpty {
            texts[kind] = turn.helpOffered(kind)
            shown[kind] = turn.shown(kind)
        }
        guard !texts.isEmpty else { return nil }
        self.texts = texts
        self.shown = Mutex(shown)
    }

    /// What a line asks for; `nil` for any other line.
    static func kind(of line: String) -> AnswerHelp.Kind? {
        switch line.split(whereSeparator: \.isWhitespace) {
        case ["?"]: .hint
        case ["??"]: .sampleAnswer
        default: nil
        }
    }

    /// What can be typed, for a line of keys.
    var keys: String {
        [
            texts[.hint] == nil ? nil : "?: hint", texts[.sampleAnswer] == nil ? nil : "??: sample answer",
        ].compactMap(\.self).joined(separator: "   ")
    }

    /// Shows the next one of a kind, from the first again when all were shown.
    func show(_ kind: AnswerHelp.Kind) {
        let name = kind == .hint ? "Hint" : "Sample answer"
        guard let texts = texts[kind], !texts.isEmpty else {
            return Terminal.log.print("  This question has no \(name.lowercased()).")
        }
        let place = shown.withLock { shown in
            let place = shown[kind, default: 0]
            shown[kind] = place + 1
            return place
        }
        unnoted.withLock { $0.append((kind, place % texts.count + 1)) }
        let count = texts.count == 1 ? "" : " \(place % texts.count + 1) of \(texts.count)"
        let lines = TextLayout.wrap(
            "\(name)\(count): \(texts[place % texts.count])", columns: Terminal.log.columns, first: "  ",
            rest: "  ")
        for line in lines { Terminal.log.print(TerminalText(line)) }
    }

    /// Notes in the interview what was shown, so that the feedback says so.
    func note(in room: PracticeRoom) async throws {
        let shown = unnoted.withLock { unnoted in
            defer { unnoted = [] }
            return unnoted
        }
        for (kind, number) in shown { try await room.helped(kind, number: number) }
    }
}
