/// A folder of the store: a model, or why it is none.
public struct StoredModel: Sendable {
    /// The name of the folder.
    public var name: String
    /// The model, or what is wrong with it.
    public var model: Result<InstalledModel, ModelError>

    /// A folder of a name, and what was found in it.
    public init(name: String, model: Result<InstalledModel, ModelError>) {
        (self.name, self.model) = (name, model)
    }
}
