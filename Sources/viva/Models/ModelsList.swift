import ArgumentParser
import Models

/// `viva models list`: what is installed and what can be.
struct ModelsList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the models that are installed and those that can be.",
        discussion: """
            EXAMPLES
              viva models list
              viva models list --json | jq -r '.models[] | select(.isInstalled) | .name'
            """)

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let store = ModelStore.ofUser
        let catalogue = try ModelCatalogue.load(try Places.data() + "/models/catalogue.json")
        let rows = try ListedModel.all(in: store, catalogue: catalogue)
        if common.json {
            try JSONOutput.print(Output(folder: store.folder, models: rows))
        } else {
            show(rows, folder: store.folder)
        }
    }

    private struct Output: Encodable {
        var folder: String
        var models: [ListedModel]
    }

    private func show(_ rows: [ListedModel], folder: String) {
        let page = Page(palette: common.palette)
        page.heading("Installed in \(Places.short(folder))")
        let installed = rows.filter { $0.isInstalled || $0.damage != nil }
        if installed.isEmpty { page.paragraph("None: `viva models install tiny.en` installs the smallest.") }
        for row in installed { show(row, on: page) }
        let others = rows.filter { !$0.isInstalled && $0.damage == nil }
        if !others.isEmpty { page.heading("Installable") }
        for row in others { show(row, on: page) }
        page.space()
    }

    private func show(_ row: ListedModel, on page: Page) {
        var facts: [String] = []
        if let bytes = row.sizeBytes { facts.append("\(ByteCount(bytes)) on disk") }
        if let bytes = row.downloadSizeBytes, !row.isInstalled {
            facts.append("\(ByteCount(bytes)) to fetch")
        }
        facts.append("licence \(row.licence)")
        let text = "\(row.name): \(row.purpose ?? "a model of your own") (\(facts.joined(separator: ", ")))"
        if let damage = row.damage {
            page.item(text, mark: "!", style: page.palette.poor)
            page.item(damage, mark: "  →", style: page.palette.accent)
        } else {
            page.item(text, mark: row.isInstalled ? "✓" : "·", style: page.palette.good)
            if !row.isInstalled, row.package == nil {
                page.item(
                    "no package of it is known: give a folder, archive or address with --from", mark: "  →",
                    style: page.palette.accent)
            }
        }
    }
}
