import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Records

/// `viva schedule no-show`: an interview whose candidate did not come.
struct ScheduleNoShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "no-show",
        abstract: "Note that the candidate of a planned interview did not come.",
        discussion: """
            Possible from its beginning on. It can be held once more with viva schedule restart.

            EXAMPLES
              viva schedule no-show 12
            """)

    @Argument(help: ArgumentHelp("The interview's number or id.", valueName: "number")) var session:
        SessionName
    @OptionGroup var zone: ZoneOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let now = Date()
        let failure = ScheduleFailure(
            archive: archive, zone: zone, session: session)
        let kept = try await failure.told {
            try await archive.records.change(session.name, at: now) { try $0.handle(.missed(at: now)) }
        }
        try await PlannedView(archive: archive, zone: zone, common: common).print(
            kept)
    }
}
