/// Asks what is to happen after the feedback, where somebody is at the keyboard.
enum Choice {
    /// The candidate's wish; `play` plays the answer, where there is something to hear.
    static func ask(play: (() async -> Void)? = nil) async -> Decision {
        guard StandardInput.isInteractive else { return .goOn }
        StandardInput.forgetTyped()
        let keys = "Enter: next   a: again" + (play == nil ? "" : "   p: play") + "   q: finish"
        while true {
            Terminal.log.write("\n  \(keys)  ")
            switch readLine()?.lowercased().first {
            case "a": return .tryAgain
            case "p": await play?()
            case "q": return .end
            case nil: return .goOn
            default: continue
            }
        }
    }
}
