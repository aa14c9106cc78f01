import Models

/// A model as `viva models list` shows it: installed, known, or both.
struct ListedModel: Encodable, Sendable {
    var name: String
    var family: String?
    /// What it is good for; `nil` for one that the catalogue does not know.
    var purpose: String?
    var licence: String
    var isInstalled: Bool
    /// What is wrong with what is there; `nil` when nothing is.
    var damage: String?
    /// How much room it takes or would take, in bytes.
    var sizeBytes: Int?
    /// How much must be fetched, in bytes.
    var downloadSizeBytes: Int?
    /// The package with its weights.
    var package: String?
    /// Its folder, when it is installed.
    var folder: String?

    /// All models: those of the catalogue in its order, then those of the user's own.
    static func all(in store: ModelStore, catalogue: ModelCatalogue) throws(ModelError) -> [ListedModel] {
        let stored = try store.models()
        let known = catalogue.models.map { entry in
            ListedModel(entry: entry, stored: stored.first { $0.name == entry.name })
        }
        let names = Set(catalogue.models.map(\.name))
        return known + stored.filter { !names.contains($0.name) }.map { ListedModel(entry: nil, stored: $0) }
    }

    private init(entry: ModelCatalogue.Entry?, stored: StoredModel?) {
        name = entry?.name ?? stored?.name ?? ""
        family = entry?.family.rawValue
        purpose = entry?.purpose
        licence = entry?.licence ?? "not known"
        isInstalled = false
        sizeBytes = entry?.installedSizeBytes
        downloadSizeBytes = entry?.package?.sizeBytes
        package = entry?.package?.reference.description
        switch stored?.model {
        case .success(let model):
            isInstalled = true
            folder = model.folder
            sizeBytes = model.sizeBytes
            family = model.description.family.rawValue
            licence = model.description.licence
        case .failure(let error): damage = error.description
        case nil: break
        }
    }
}
