/// Asks before something cannot be undone.
enum Confirmation {
    /// Goes on when it was confirmed beforehand, or somebody at the keyboard says yes.
    ///
    /// - Throws: `CommandFailure` when it is not confirmed, or nobody can be asked.
    static func require(_ question: String, isGiven: Bool) throws {
        guard !isGiven else { return }
        guard StandardInput.isInteractive else {
            throw CommandFailure(
                .usage, "Nobody can be asked here, so nothing was done: confirm it with --yes.")
        }
        StandardInput.forgetTyped()
        Terminal.log.write("\(question) Type yes: ")
        guard ["y", "yes"].contains(readLine()?.lowercased()) else {
            throw CommandFailure(.interrupted, "Nothing was done.")
        }
    }
}
