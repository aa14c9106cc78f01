import ArgumentParser

/// `viva sessions resume`: `viva practice --resume` with the number of an interview.
struct SessionsResume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Go on with an interview that was broken off, or begin one that was planned.",
        discussion: """
            The same as `viva practice --resume --session NUMBER`. What stands behind the number goes to `viva practice`, such as
            --text or --answers FILE...; without it you answer by voice. --home may stand there as well.

            EXAMPLES
              viva sessions resume 12
              viva sessions resume 12 --text
              viva sessions resume 12 --answers second.wav third.wav
            """)

    @Argument(
        parsing: .captureForPassthrough,
        help: ArgumentHelp(
            "The interview's number or id, and options of `viva practice`.", valueName: "number"))
    var words: [String] = []

    func validate() throws {
        if let first = words.first, ["-h", "--help"].contains(first) { throw CleanExit.helpRequest(self) }
        guard let first = words.first, SessionName(argument: first) != nil else {
            throw ValidationError(
                "Name the interview first: viva sessions resume 12 --text. `viva sessions list --state in-progress` shows "
                    + "those that were broken off.")
        }
    }

    func run() async throws {
        var command = try Viva.parseAsRoot(
            ["practice", "--resume", "--session"] + words.prefix(1) + words.dropFirst())
        if var practice = command as? any AsyncParsableCommand {
            try await practice.run()
        } else {
            // A request for help.
            try command.run()
        }
    }
}
