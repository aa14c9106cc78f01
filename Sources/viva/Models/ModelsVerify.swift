import ArgumentParser
import Models

/// `viva models verify`: whether installed models are as they were installed.
struct ModelsVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Compare the files of installed models with the SHA-256 sums they had when installed.",
        discussion: """
            Ends with exit code 1 when a model is damaged.

            EXAMPLES
              viva models verify
              viva models verify tiny.en
            """)

    @Argument(help: ArgumentHelp("The model; all that are installed without it.", valueName: "name"))
    var name: String?
    @OptionGroup var common: CommonOptions

    private struct Output: Encodable {
        struct Model: Encodable {
            var name: String
            var isSound: Bool
            /// What is wrong; `nil` when nothing is.
            var damage: String?
        }
        var models: [Model]
    }

    func run() async throws {
        let store = ModelStore.ofUser
        let models = try chosen(in: store)
        var results: [Output.Model] = []
        for stored in models {
            let damage = try damage(of: stored)
            results.append(Output.Model(name: stored.name, isSound: damage == nil, damage: damage))
            if !common.json { show(stored.name, damage) }
        }
        if common.json { try JSONOutput.print(Output(models: results)) }
        if models.isEmpty { common.note("No model is installed in \(Places.short(store.folder)).") }
        if results.contains(where: { !$0.isSound }) { throw ExitCode(ExitStatus.failure.rawValue) }
    }

    private func chosen(in store: ModelStore) throws -> [StoredModel] {
        let models = try store.models()
        guard let name else { return models }
        let path = try Places.data() + "/models/catalogue.json"
        let full = try ModelCatalogue.load(path).model(named: name)?.name ?? name
        guard let stored = models.first(where: { $0.name == full }) else {
            throw ModelError.notInstalled(name: full, installed: models.map(\.name))
        }
        return [stored]
    }

    private func damage(of stored: StoredModel) throws(ModelError) -> String? {
        switch stored.model {
        case .failure(let error): return error.description
        case .success(let model):
            let changed = try model.verify()
            guard !changed.isEmpty else { return nil }
            return changed.joined(separator: ", ") + (changed.count == 1 ? " differs" : " differ")
                + " from what was installed: `viva models remove \(stored.name)` and install it again"
        }
    }

    private func show(_ name: String, _ damage: String?) {
        let palette = common.palette
        if let damage {
            Terminal.output.print("\(palette.poor("✗")) \(name): \(damage)")
        } else {
            Terminal.output.print("\(palette.good("✓")) \(name): as it was installed")
        }
    }
}
