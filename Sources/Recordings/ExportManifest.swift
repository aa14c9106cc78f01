/// The file `manifest.json` of an export: what else is in it.
public struct ExportManifest: Sendable, Hashable, Codable {
    /// Its name in the archive.
    public static let name = "manifest.json"

    /// The format of the manifest: 1.
    public var format: Int
    /// The other files, in their order in the archive.
    public var files: [ExportedFile]

    /// The names of recordings that belong to them and are kept nowhere; left out where there are none.
    public var missing: [String]?

    /// The manifest of some files.
    public init(files: [ExportedFile], missing: [String] = []) {
        format = 1
        self.files = files
        self.missing = missing.isEmpty ? nil : missing
    }
}
