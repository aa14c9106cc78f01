import Archive
import ArgumentParser
import Interview
import Records

/// `viva resume show`: a resume that is kept.
struct ResumeShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show what a resume names: role, level, skills, companies and years.",
        discussion: """
            EXAMPLES
              viva resume show 1
              viva resume show 1 --text
              viva resume show 1 --json | jq '.value.profile.skills[].lines'
            """)

    @Argument(help: ArgumentHelp("The resume's number or id.", valueName: "number")) var resume: ResumeNumber
    @Flag(help: "Print the text that was read, and nothing else.") var text = false
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard !(text && common.json) else { throw ValidationError("--text and --json exclude each other.") }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let archive = try await archive.open(common)
        let kept = try await archive.resume(resume.name)
        guard !common.json else { return try JSONOutput.print(kept) }
        guard !text else {
            return Terminal.output.print(
                TerminalText(
                    lines: kept.value.text.split(separator: "\n", omittingEmptySubsequences: false).map(
                        String.init)))
        }
        let owner = try await archive.owner(of: kept.value)?.value.name
        ResumeView(page: Page(palette: common.palette)).show(kept, owner: owner)
    }
}
