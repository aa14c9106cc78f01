import Archive
import ArgumentParser

/// `viva database check`: whether all that is kept is whole.
struct DatabaseCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract:
            "Check that the database is whole, every interview can be read and every recording is there.",
        discussion: """
            Reads all of it: the database file, every interview, and every recording, whose content is compared with its sum. Ends with
            exit code 1 when something is wrong. Recordings that nothing names do no harm; --remove-orphans removes them, and what
            crashes have left. It asks first where somebody is at the keyboard; else --yes is needed. It removes nothing while a copy of
            the database is beside it (viva.db.before-..., viva.db.damaged, any file whose name begins with viva.db.), which may name
            them, or while not all of the database can be read. A PostgreSQL server looks after its own files.

            EXAMPLES
              viva database check
              viva database check --remove-orphans --yes
              viva database check --json | jq -r '.problems[]'
            """)

    @Flag(help: "Remove recordings that nothing names.") var removeOrphans = false
    @Flag(help: "Do not ask before something is removed.") var yes = false
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var check: ArchiveCheck
        var removed: Int?

        private enum Key: String, CodingKey { case removed }

        func encode(to encoder: any Encoder) throws {
            try check.encode(to: encoder)
            var container = encoder.container(keyedBy: Key.self)
            try container.encodeIfPresent(removed, forKey: .removed)
        }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open()
        let check = try await archive.check()
        if !common.json { show(check, archive) }
        let isRemoving = removeOrphans && check.areRowsReadable
        let count = check.orphans.count + check.damagedOrphans.count + check.leftovers.count
        if isRemoving, count > 0 {
            let files = count == 1 ? "1 file" : "\(count) files"
            try Confirmation.require("Remove \(files) that nothing names, for good?", isGiven: yes)
        }
        let removed = isRemoving ? try await archive.removeOrphans() : nil
        if common.json { try JSONOutput.print(Output(check: check, removed: removed)) }
        if let removed, !common.json {
            common.note(removed == 1 ? "1 file was removed." : "\(removed) files were removed.")
        } else if removeOrphans, !isRemoving {
            common.note(
                "viva: Nothing was removed: where not all of the database can be read, nobody knows what it names."
            )
        } else if count > 0, !common.json {
            common.note("`\(archive.viva("database check --remove-orphans"))` removes what nothing names.")
        }
        if !check.problems.isEmpty { throw ExitCode(ExitStatus.failure.rawValue) }
    }

    private func show(_ check: ArchiveCheck, _ archive: Archive) {
        let page = Page(palette: common.palette)
        for problem in check.problems { page.item(problem, mark: "✗", style: page.palette.poor) }
        if check.problems.isEmpty {
            let interviews = check.interviews == 1 ? "1 interview" : "\(check.interviews) interviews"
            let recordings = check.recordings == 1 ? "1 recording" : "\(check.recordings) recordings"
            page.item(
                "\(Places.short(check.database)) is whole: \(interviews), \(recordings) (\(ByteText.of(check.recordingBytes)))",
                mark: "✓", style: page.palette.good)
        }
        for orphan in check.orphans {
            page.item("Nothing names the recording \(orphan).", mark: "!", style: page.palette.fair)
        }
        for orphan in check.damagedOrphans {
            page.item(
                "Nothing names the recording in \(Places.short(orphan)), which is damaged.", mark: "!",
                style: page.palette.fair)
        }
        for leftover in check.leftovers {
            page.item("\(Places.short(leftover)) was left by a crash.", mark: "!", style: page.palette.fair)
        }
        if !check.unreadable.isEmpty {
            let numbers = check.unreadable.map { "\($0)" }.joined(separator: " ")
            page.next("Delete what cannot be read:", command: archive.viva("sessions delete \(numbers)"))
        }
        if !check.areRowsReadable {
            page.next("Put a backup in its place:", command: archive.viva("database restore"))
        }
    }
}
