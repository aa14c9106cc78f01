import ArgumentParser
import Models

/// `viva models remove`: take a model off the disk.
struct ModelsRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove an installed model.",
        discussion: """
            EXAMPLES
              viva models remove tiny.en
            """)

    @Argument(help: ArgumentHelp("The model.", valueName: "name")) var name: String
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        var removed: String
    }

    func run() async throws {
        let path = try Places.data() + "/models/catalogue.json"
        let store = ModelStore.ofUser
        let full = try ModelCatalogue.load(path).model(named: name)?.name ?? name
        try store.remove(full)
        if common.json {
            try JSONOutput.print(Output(removed: full))
        } else {
            common.note("\(full) is removed.")
        }
    }
}
