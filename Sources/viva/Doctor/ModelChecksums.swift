import Recognition
import SystemPackage

/// Whether the files of the model in use are those that Viva was made with.
///
/// The engine's formats carry few checksums: a dictionary that was cut short or a language model with a changed byte
/// passes every other check, and only makes Viva hear worse.
struct ModelChecksums {
    var check: Check
    /// Whether a file differs.
    var isChanged: Bool

    /// Compares the files; `nil` when the manifest does not list the model, because it is the user's own.
    static func run(_ model: PocketSphinxModel) async -> ModelChecksums? {
        do {
            let listed = try ModelManifest.load().models.first { isSame(.installed(in: $0.folder), model) }
            guard let listed else { return nil }
            let files = listed.files.filter { isUsed(listed.folder + "/" + $0.path, by: model) }
            let sums = try await SHA256Sums(of: files.map { listed.folder + "/" + $0.path })
            let changed = files.filter { sums[listed.folder + "/" + $0.path] != $0.sha256.lowercased() }
            guard !changed.isEmpty else {
                let detail = "\(files.count) files are as models/manifest.json lists them"
                return ModelChecksums(check: .ok("models", "checksums", detail), isChanged: false)
            }
            let detail =
                changed.map(\.path).joined(separator: ", ") + (changed.count == 1 ? " differs" : " differ")
                + " from models/manifest.json: damaged, or of another version of \(listed.package)"
            let remedy = "apt-get install --reinstall \(listed.package)"
            return ModelChecksums(
                check: .warning("models", "checksums", detail, remedy: remedy), isChanged: true)
        } catch {
            let remedy =
                "run `make install` again, or set VIVA_DATA to a folder with a whole models/manifest.json"
            return ModelChecksums(
                check: .warning("models", "checksums", "not compared: \(error)", remedy: remedy),
                isChanged: false)
        }
    }

    /// Whether two models are the same files; the paths may be written in different ways.
    private static func isSame(_ one: PocketSphinxModel, _ other: PocketSphinxModel) -> Bool {
        FilePath(one.acousticModelPath) == FilePath(other.acousticModelPath)
            && FilePath(one.dictionaryPath) == FilePath(other.dictionaryPath)
            && FilePath(one.languageModelPath) == FilePath(other.languageModelPath)
    }

    /// Whether the engine reads a file; the package has others beside.
    private static func isUsed(_ path: String, by model: PocketSphinxModel) -> Bool {
        let path = FilePath(path)
        return path.starts(with: FilePath(model.acousticModelPath))
            || path == FilePath(model.dictionaryPath) || path == FilePath(model.languageModelPath)
    }
}
