import Archive
import ArgumentParser
import Interview
import Records

/// `viva resume delete`: a resume with its file.
struct ResumeDelete: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Delete a resume with its file, for good; interviews that followed it stay.",
        discussion: """
            Asks first where somebody is at the keyboard; else --yes is needed. What was deleted is overwritten in the database file.

            EXAMPLES
              viva resume delete 1
              viva resume delete 1 --yes
            """)

    @Argument(help: ArgumentHelp("The resume's number or id.", valueName: "number")) var resume: ResumeNumber
    @Flag(help: "Do not ask.") var yes = false
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var deleted: Int64
    }

    func run() async throws {
        let archive = try await archive.open(common)
        let kept = try await archive.resume(resume.name)
        try Confirmation.require(
            "Delete resume \(kept.number) (\(kept.value.fileName)) with its file, for good?", isGiven: yes)
        try await archive.deleteResume(.number(kept.number))
        try await archive.scrub(telling: common)
        await archive.close()
        guard !common.json else { return try JSONOutput.print(Output(deleted: kept.number)) }
        common.note("Resume \(kept.number) is deleted.")
    }
}
