import ArgumentParser

/// `viva organizations`: the companies, schools and groups that people and interviews belong to.
struct OrganizationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "organizations",
        abstract:
            "List, add, show, change and delete the organizations that people and interviews belong to.",
        discussion: """
            An organization is named by the number, which `list` shows, by the id or the name. `viva people add --organization` adds
            one too. People, interviews and figures of one are those that --organization picks, in `viva people list`, `viva sessions
            list`, `viva schedule list` and `viva stats`.

            EXAMPLES
              viva organizations add Initech
              viva organizations list
              viva organizations show Initech
              viva organizations change 1 --name "Initech Ltd."
              viva organizations delete 1
            """,
        subcommands: [
            OrganizationsList.self, OrganizationsAdd.self, OrganizationsShow.self, OrganizationsChange.self,
            OrganizationsDelete.self,
        ],
        defaultSubcommand: OrganizationsList.self)
}
