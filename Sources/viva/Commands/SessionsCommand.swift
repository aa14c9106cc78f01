import ArgumentParser

/// `viva sessions`: the interviews that are kept.
struct SessionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions",
        abstract:
            "List, show, resume, compare, correct, change, export, delete and prune the interviews that are kept.",
        discussion: """
            An interview is named by its number, which `list` shows, or by its id.

            EXAMPLES
              viva sessions list --state completed --since 2026-11-01
              viva sessions show 12
              viva sessions show 12 --turn 2
              viva sessions resume 12 --text
              viva sessions compare 9 12
              viva sessions compare 12 --turn 2
              viva sessions correct 12 --turn 2 --text "I moved it to Kubernetes."
              viva sessions change 12 --person "Ann Smith"
              viva sessions export 12 --output interview-12
              viva sessions delete 12
              viva sessions prune --older-than 90d --dry-run
            """,
        subcommands: [
            SessionsList.self, SessionsShow.self, SessionsResume.self, SessionsCompare.self,
            SessionsCorrect.self, SessionsChange.self, SessionsExport.self, SessionsDelete.self,
            SessionsPrune.self,
        ],
        defaultSubcommand: SessionsList.self)
}
