import ArgumentParser

/// `viva resume`: the resumes that are kept.
struct ResumeFilesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Keep resumes, show what they name, and delete them.",
        discussion: """
            A resume that is kept is named by its number, also in `viva practice --resume-file`. Its file is kept among the recordings,
            encrypted where these are. To go on with an interview that was broken off: viva practice --resume.

            EXAMPLES
              viva resume add resume.pdf --person "Ann Smith"
              viva resume list
              viva resume show 1
              viva practice --text --resume-file 1
              viva resume delete 1
            """,
        subcommands: [ResumeAdd.self, ResumeList.self, ResumeShow.self, ResumeDelete.self])
}
