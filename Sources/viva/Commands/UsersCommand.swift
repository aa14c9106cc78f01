import ArgumentParser

/// `viva users`: who may use the server.
struct UsersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "users",
        abstract: "Make, list and change the accounts that people sign in to the server with.",
        discussion: """
            An account belongs to a person (`viva people`). It is named by its number, its id or the name to sign in with. Passwords are
            asked for, or read from standard input, and never stand on the command line.

            As long as there is no account, `viva serve` works for whoever uses this machine. As soon as there is one, every request
            needs an access token.

            EXAMPLES
              viva users add ann@example.org --name "Ann Smith" --role admin
              viva users invite --role candidate --organization Initech
              viva users list
              viva users role ann@example.org interviewer
              viva users disable ann@example.org
              viva users audit
            """,
        subcommands: [
            UsersList.self, UsersAdd.self, UsersInvite.self, UsersRole.self, UsersPassword.self,
            UsersDisable.self, UsersEnable.self, UsersAudit.self,
        ],
        defaultSubcommand: UsersList.self)
}
