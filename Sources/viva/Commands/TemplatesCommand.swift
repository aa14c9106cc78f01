import ArgumentParser

/// `viva templates`: interviews that are held again and again.
struct TemplatesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "Interviews to be held again and again: list, show, create, change, use, import, export.",
        discussion: """
            A template asks the same questions each time, or chooses so many of a kind, level, role and skills. It is named by its
            number, which `list` shows, by its short name or its title. Those that come with Viva are files of the folder
            `interviews` in the folder that VIVA_DATA names.

            EXAMPLES
              viva templates list
              viva templates show hr-first-call
              viva templates create --title "Caching" --question "What is a cache? | It keeps copies close by." --question technical-slow-query
              viva templates create --title "As last week" --from 12
              viva templates use 3 --person "Ann Lee" --at 2026-12-01T10:00:00Z
              viva practice --text --template hr-first-call
            """,
        subcommands: [
            TemplatesList.self, TemplatesShow.self, TemplatesCreate.self, TemplatesChange.self,
            TemplatesDelete.self, TemplatesUse.self, TemplatesImport.self, TemplatesExport.self,
        ],
        defaultSubcommand: TemplatesList.self)
}
