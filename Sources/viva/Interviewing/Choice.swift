import Interview

/// Asks what is to happen after the feedback, where somebody is at the keyboard.
enum Choice {
    static func ask(page: Page, hasRecording: Bool, play: () async -> Void) async -> Decision {
        guard StandardInput.isInteractive else { return .goOn }
        let keys =
            "Enter: next   a: answer again" + (hasRecording ? "   p: play your answer" : "") + "   q: finish"
        while true {
            Terminal.log.write("\n  \(keys)  ")
            switch readLine()?.lowercased().first {
            case "a": return .tryAgain
            case "p" where hasRecording: await play()
            case "q": return .end
            case nil: return .goOn
            default: continue
            }
        }
    }
}
