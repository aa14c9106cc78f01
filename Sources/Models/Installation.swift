/// How an installation ended.
public enum Installation: Sendable, Hashable {
    /// The model was installed.
    case installed(InstalledModel)
    /// The model was there already, and was left as it is.
    case alreadyInstalled(InstalledModel)

    /// The model that is there now.
    public var model: InstalledModel {
        switch self {
        case .installed(let model), .alreadyInstalled(let model): model
        }
    }
}
