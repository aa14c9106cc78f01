import Interview
import Practice

/// Asks what is to happen after the feedback, where somebody is at the keyboard.
enum Choice {
    /// The candidate's wish; `play` plays the answer, where there is something to hear. In an interview for real, an answer that was
    /// judged stands, and no help is offered.
    static func ask(in room: PracticeRoom, play: (() async -> Void)? = nil) async throws -> Decision {
        guard StandardInput.isInteractive else { return .goOn }
        StandardInput.forgetTyped()
        let interview = await room.interview
        let mayTryAgain =
            interview.details.mode == .practice || interview.current?.finalTake?.evaluation == nil
        let help = HelpOffer(interview)
        let keys = [
            "Enter: next", mayTryAgain ? "a: again" : nil, play == nil ? nil : "p: play", help?.keys,
            "q: finish",
        ].compactMap(\.self).joined(separator: "   ")
        while true {
            Terminal.log.write("\n  \(keys)  ")
            let line = readLine()
            if let help, let kind = line.flatMap(HelpOffer.kind) {
                help.show(kind)
                try await help.note(in: room)
                continue
            }
            switch line?.lowercased().first {
            case "a" where mayTryAgain: return .tryAgain
            case "p": await play?()
            case "q": return .end
            case nil: return .goOn
            default: continue
            }
        }
    }
}
