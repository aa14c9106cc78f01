import FoundationEssentials

/// The file `models/manifest.json`: the models that Viva was made with, and the sums of their files.
struct ModelManifest: Decodable {
    /// The model of one Debian package.
    struct Model: Decodable {
        var package: String
        /// Where the package puts it.
        var folder: String
        var files: [File]
    }

    /// One file of a model.
    struct File: Decodable {
        /// Its path in the model's folder.
        var path: String
        /// Its SHA-256 sum in hexadecimal digits.
        var sha256: String
    }

    var models: [Model]

    /// Reads the manifest that comes with Viva.
    static func load() throws -> ModelManifest {
        let path = try Places.data() + "/models/manifest.json"
        do {
            return try JSONDecoder().decode(ModelManifest.self, from: Data(contentsOf: URL(filePath: path)))
        } catch {
            throw CommandFailure(.unavailable, "\(path) cannot be read: \(error)")
        }
    }
}
