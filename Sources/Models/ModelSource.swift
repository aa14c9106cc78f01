/// Where the weights of an installed model came from.
public struct ModelSource: Sendable, Hashable, Codable {
    /// The kind of place.
    public enum Kind: String, Sendable, Hashable, Codable {
        /// A folder on this machine.
        case folder
        /// A .zip or .whl file on this machine.
        case archive
        /// An address.
        case url
        /// A package of the Python package index.
        case package
    }

    /// The kind of place.
    public var kind: Kind
    /// The path, the address without what may be secret in it, or `name==version`.
    public var reference: String
    /// The sum of the archive or package, or of the file of weights in a folder.
    public var sha256: Fingerprint

    /// A source.
    public init(kind: Kind, reference: String, sha256: Fingerprint) {
        (self.kind, self.reference, self.sha256) = (kind, reference, sha256)
    }
}
