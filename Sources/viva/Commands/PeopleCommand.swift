import ArgumentParser

/// `viva people`: who answers, asks and looks after interviews.
struct PeopleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: "List, add, show, change and delete the people whose interviews are kept.",
        discussion: """
            A person is named by the number, which `list` shows, by the id, the address or the name. Nobody needs to be added to
            practise alone: interviews then belong to nobody in particular. With `viva practice --person` they belong to somebody, and
            only that person's earlier interviews count for the choice of questions.

            EXAMPLES
              viva people add "Ann Smith" --email ann@example.org --organization Initech
              viva people list
              viva people show "Ann Smith"
              viva people change 1 --name "Ann Miller"
              viva practice --text --person "Ann Miller"
              viva people delete 1
            """,
        subcommands: [
            PeopleList.self, PeopleAdd.self, PeopleShow.self, PeopleChange.self, PeopleDelete.self,
        ],
        defaultSubcommand: PeopleList.self)
}
