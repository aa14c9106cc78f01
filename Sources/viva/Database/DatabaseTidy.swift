import Archive
import ArgumentParser
import FoundationEssentials

/// `viva database tidy`: what crashes have left.
struct DatabaseTidy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tidy",
        abstract: "Remove what crashes have left, and overwrite what was deleted.",
        discussion: """
            Deletions that were broken off come to their end; folders of work of interviews that are over or gone are removed, and
            what was being written among the recordings a day ago or longer. The database file is written anew, so that nothing that
            was deleted is left in it. What another program works on is left to it. Nothing that is kept is removed.

            EXAMPLES
              viva database tidy
              viva database tidy --json
            """)

    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var tidied: Archive.Tidying
        /// Whether the database file was written anew.
        var isOverwritten: Bool
        /// The length of the database file before and after, in bytes; without one, the server has the rows.
        var bytesBefore: Int?
        var bytesAfter: Int?
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open()
        let before = size
        let tidied = try await archive.tidy()
        let isOverwritten = try await archive.scrub(telling: common)
        await archive.close()
        let after = size
        guard !common.json else {
            return try JSONOutput.print(
                Output(
                    tidied: tidied, isOverwritten: isOverwritten, bytesBefore: before, bytesAfter: after))
        }
        let page = Page(palette: common.palette)
        for line in Self.lines(tidied) { page.item(line, mark: "✓", style: page.palette.good) }
        if tidied.isEmpty {
            page.item("Nothing was left behind.", mark: "✓", style: page.palette.good)
        }
        if isOverwritten, let before, let after {
            let change =
                before == after
                ? ByteText.of(after) : "\(ByteText.of(before)) before, \(ByteText.of(after)) now"
            page.item(
                "\(Places.short(self.archive.care.file)) is written anew: \(change).", mark: "✓",
                style: page.palette.good)
        }
    }

    /// The length of the database file with its log; `nil` when a server has the rows.
    private var size: Int? {
        guard Places.databaseAddress == nil else { return nil }
        return ["", "-wal"].reduce(0) { sum, suffix in
            let attributes = try? FileManager.default.attributesOfItem(atPath: archive.care.file + suffix)
            return sum + (attributes?[.size] as? Int ?? 0)
        }
    }

    private static func lines(_ tidied: Archive.Tidying) -> [String] {
        [
            (
                tidied.deletions, "deletion that was broken off is", "deletions that were broken off are",
                "finished"
            ),
            (tidied.recordings, "recording of these is", "recordings of these are", "removed"),
            (tidied.workFolders, "folder of work is", "folders of work are", "removed"),
            (tidied.copies, "readable copy of an answer is", "readable copies of answers are", "removed"),
            (tidied.leftovers, "half-written file is", "half-written files are", "removed"),
        ].filter { $0.0 > 0 }.map { count, one, many, done in "\(count) \(count == 1 ? one : many) \(done)." }
    }
}
