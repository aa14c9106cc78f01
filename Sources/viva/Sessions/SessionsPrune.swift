import Archive
import ArgumentParser
import FoundationEssentials
import Records
import Storage

/// `viva sessions prune`: old interviews with all that belongs to them.
struct SessionsPrune: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Delete the interviews that are over and older than so many days, for good.",
        discussion: """
            Lists what goes, then asks where somebody is at the keyboard; else --yes is needed. Interviews that are planned or go on stay,
            however old they are; one that somebody has open is told and left, with exit code 1. What was deleted is overwritten in the
            database file.

            EXAMPLES
              viva sessions prune --older-than 90d --dry-run
              viva sessions prune --older-than 2y --yes
            """)

    @Option(
        help: ArgumentHelp(
            "Held longer ago than this: 90d, 12w, 6m (months of 30 days) or 2y.", valueName: "age"))
    var olderThan: Age
    @Flag(help: "Only list what would go.") var dryRun = false
    @Flag(help: "Do not ask.") var yes = false
    @OptionGroup var folders: SessionFolderOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var before: Date
        var interviews: [InterviewListing]
        var deleted: [Archive.Deletion]
        var failures: [Archive.Pruning.Failure]
    }

    func validate() throws {
        guard !(dryRun && yes) else { throw ValidationError("--dry-run deletes nothing: leave out --yes.") }
    }

    func run() async throws {
        let library = self.archive.library
        let archive = try await archive.open(common)
        let date = olderThan.before(Date())
        let old = try await archive.prunable(olderThan: date)
        if !common.json { show(old) }
        guard !dryRun, !old.isEmpty else {
            if common.json { try print(nil, old, date) }
            return
        }
        try Confirmation.require(
            "Delete \(CountText.of(old.count, "interview")) with all recordings, for good?", isGiven: yes)
        let pruning = try await archive.prune(
            olderThan: date, sessionFolders: folders.sessionFolders ? library : nil)
        try await archive.scrub(telling: common)
        await archive.close()
        if common.json { try print(pruning, old, date) } else { tell(pruning, library) }
        if !pruning.failures.isEmpty { throw ExitCode(ExitStatus.failure.rawValue) }
    }

    private func print(_ pruning: Archive.Pruning?, _ old: [InterviewListing], _ date: Date) throws {
        try JSONOutput.print(
            Output(
                before: date, interviews: old, deleted: pruning?.deleted ?? [],
                failures: pruning?.failures ?? []))
    }

    private func show(_ old: [InterviewListing]) {
        guard !old.isEmpty else {
            return common.note("No interview that is over is older than \(olderThan).")
        }
        SessionLines(palette: common.palette).print(old)
        if dryRun { common.note("\(CountText.of(old.count, "interview")) would be deleted.") }
    }

    private func tell(_ pruning: Archive.Pruning, _ library: SessionLibrary) {
        let recordings = pruning.deleted.reduce(0) { $0 + $1.recordings }
        let bytes = pruning.deleted.reduce(0) { $0 + $1.bytes }
        common.note(
            "Deleted: \(CountText.of(pruning.deleted.count, "interview")) with \(CountText.of(recordings, "recording")) (\(ByteText.of(bytes)))."
        )
        let standing = pruning.deleted.compactMap(\.sessionFolder).filter { library.holds($0) }
        if !standing.isEmpty {
            common.note(
                "viva: \(CountText.of(standing.count, "session folder")) of an earlier version still in \(Places.short(library.directory)): \(standing.joined(separator: ", ")). Delete them too."
            )
        }
        for failure in pruning.failures {
            common.note("viva: Interview \(failure.number) stays: \(failure.reason)")
        }
    }
}
