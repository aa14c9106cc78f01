import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Records

/// `viva schedule cancel`: an interview that will not be held.
struct ScheduleCancel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Call off a planned interview.",
        discussion: """
            It stays in the lists as cancelled, with the reason. A calendar that has it takes it out when it reads a newer file of
            viva schedule calendar.

            EXAMPLES
              viva schedule cancel 12
              viva schedule cancel 12 --reason "The position is filled."
            """)

    @Argument(help: ArgumentHelp("The interview's number or id.", valueName: "number")) var session:
        SessionName
    @Option(help: ArgumentHelp("Why it is called off.", valueName: "text")) var reason: String?
    @OptionGroup var zone: ZoneOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    /// The longest reason, in characters.
    private static let reasonLimit = 2000

    func validate() throws {
        if let reason, reason.allSatisfy(\.isWhitespace) || reason.count > Self.reasonLimit {
            throw ValidationError("--reason takes a text of 1 to \(Self.reasonLimit) characters.")
        }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let now = Date()
        let failure = ScheduleFailure(
            archive: archive, zone: zone, session: session)
        let kept = try await failure.told {
            try await archive.records.change(session.name, at: now) { [reason] interview in
                try interview.handle(.cancelled(reason: reason, at: now))
            }
        }
        try await PlannedView(archive: archive, zone: zone, common: common).print(
            kept)
    }
}
