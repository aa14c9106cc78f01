/// A model in its folder, whole as far as its description and the sizes of its files tell.
///
/// ```swift
/// let model = try InstalledModel(folder: "/home/ada/.local/share/viva/models/whisper-tiny.en")
/// let width = model.description.whisper?.shape.width
/// let weights = model.weightsPath
/// ```
public struct InstalledModel: Sendable, Hashable {
    /// The file of the description.
    public static let descriptionName = "model.json"
    /// The file of the weights: 32-bit floats in the format safetensors.
    public static let weightsName = "weights.safetensors"
    /// The file of the tokens: one a line in the order of their numbers, Whisper's in GPT-2's letters for bytes, BERT's with
    /// `##` before pieces that go on with a word.
    public static let vocabularyName = "vocabulary.txt"

    /// How large a description may be, in bytes; Whisper's have about 4 kB.
    private static let descriptionLimitBytes = 1 << 20

    /// The folder.
    public let folder: String
    /// What `model.json` says.
    public let description: ModelDescription

    /// Opens the model in a folder.
    ///
    /// The files' sizes are compared with the description; their content is not, which `verify` does.
    ///
    /// - Throws: `ModelError.damaged`, `unsupported`, `readFailed`.
    public init(folder: String) throws(ModelError) {
        let path = folder + "/" + Self.descriptionName
        let json = try SourceFile(path).readAll(limitBytes: Self.descriptionLimitBytes)
        let description = try ModelDescription(json: json, path: path)
        for name in [Self.weightsName, Self.vocabularyName] {
            guard let file = description.files[name] else {
                throw .damaged(path: path, reason: "it does not list the file \(name)")
            }
            let found = try SourceFile(folder + "/" + name)
            guard found.sizeBytes == file.sizeBytes else {
                throw .damaged(
                    path: found.path,
                    reason:
                        "it has \(found.sizeBytes) bytes, and \(Self.descriptionName) says \(file.sizeBytes)")
            }
        }
        self.folder = folder
        self.description = description
    }

    /// The name.
    public var name: String { description.name }
    /// The file of the weights.
    public var weightsPath: String { folder + "/" + Self.weightsName }
    /// The file of the tokens.
    public var vocabularyPath: String { folder + "/" + Self.vocabularyName }

    /// How much room its files take, in bytes, without the description.
    public var sizeBytes: Int { description.files.values.reduce(0) { $0 + $1.sizeBytes } }

    /// Compares the files with the sums of the description.
    ///
    /// - Parameter progress: Is told the share that is done, 0...1.
    /// - Returns: The names of the files that differ; none when all are as they were installed.
    /// - Throws: `ModelError.readFailed`, `cancelled`.
    public func verify(progress: (Double) -> Void = { _ in }) throws(ModelError) -> [String] {
        var changed: [String] = []
        var done = 0
        for name in [Self.weightsName, Self.vocabularyName] {
            let sum = try Fingerprint.of(file: folder + "/" + name) { bytes, _ in
                progress(Double(done + bytes) / Double(max(sizeBytes, 1)))
            }
            if sum != description.files[name]?.sha256 { changed.append(name) }
            done += description.files[name]?.sizeBytes ?? 0
        }
        return changed
    }
}
