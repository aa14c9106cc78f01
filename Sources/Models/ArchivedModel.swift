internal import SystemPackage
internal import Zip

#if canImport(Glibc)
    import Glibc
#endif

/// A model as others publish it, in a zip archive or a wheel (which is one: PEP 427).
enum ArchivedModel {
    /// Unpacks the files of the one model in an archive into a new folder.
    ///
    /// Only the few files that a model consists of are unpacked, under the names that are looked for.
    ///
    /// - Parameter hint: The folder in the archive; `nil` when it is to be found.
    /// - Throws: `ModelError.noWeights` when there is none or more than one, and `unsupported`, `damaged`,
    ///   `archiveRefused`, `readFailed`, `writeFailed`, `diskFull`, `cancelled`.
    static func unpack(_ path: String, folder hint: String?, to destination: String) throws(ModelError) {
        // Devices and pipes are refused here, before libzip waits for them.
        _ = try SourceFile(path)
        let archive = try ofModels { () throws(ZipError) in try ZipArchive(path) }
        let folder: String
        if let hint { folder = hint } else { folder = try self.folder(archive.entries, path: path) }
        var files: [String: ZipEntry] = [:]
        for entry in archive.entries where entry.folder == folder {
            guard
                SourceFolder.weightNames.contains(entry.lastName)
                    || SourceFolder.textNames.contains(entry.lastName)
            else { continue }
            guard files.updateValue(entry, forKey: entry.lastName) == nil else {
                throw .archiveRefused(path: path, entry: entry.name, reason: "is in it twice")
            }
        }
        guard mkdir(destination, 0o700) == 0 else {
            throw OutputFile.failure(Errno(rawValue: errno), path: destination)
        }
        try DiskSpace.require(
            files.values.reduce(0) { $0 &+ $1.sizeBytes }, at: destination, for: destination)
        for (name, entry) in files.sorted(by: { $0.key < $1.key }) {
            let limitBytes =
                SourceFolder.weightNames.contains(name)
                ? SourceFolder.weightsLimitBytes : SourceFolder.textLimitBytes
            try ofModels { () throws(ZipError) in
                try archive.unpack(entry, to: destination + "/" + name, limitBytes: limitBytes)
            }
        }
    }

    /// What `body` gives; an error of the archive becomes one of models.
    private static func ofModels<Result: ~Copyable>(
        _ body: () throws(ZipError) -> Result
    ) throws(ModelError) -> Result {
        do { return try body() } catch { throw ModelError(error) }
    }

    /// The folder in the archive that holds weights.
    private static func folder(_ entries: [ZipEntry], path: String) throws(ModelError) -> String {
        let folders = Set(entries.filter { SourceFolder.weightNames.contains($0.lastName) }.map(\.folder))
        guard let folder = folders.first else {
            throw .noWeights(path: path, reason: "no file in it is called model.safetensors or model.bin")
        }
        guard folders.count == 1 else {
            let names = folders.sorted().prefix(4).joined(separator: ", ")
            throw .noWeights(
                path: path, reason: "it holds several models (\(names)): unpack it and name one folder")
        }
        return folder
    }
}
