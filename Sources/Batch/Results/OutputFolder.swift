import FoundationEssentials
import Storage
import SystemPackage

/// The folder that results are written to.
///
/// Each result is whole or not there: it is written beside its place and brought to the disk, then the manifest gets its
/// line, then the results get their names. A crash in between leaves a line whose results are missing, and resuming
/// hears that recording again.
public struct OutputFolder: Sendable {
    /// Where results are, below which names are.
    public let path: String

    /// A folder that need not be there yet.
    public init(path: String) { self.path = path }

    /// The manifest of a whole batch or of one of its parts.
    public static func manifestName(_ shard: Shard?) -> String {
        shard.map { "manifest-\($0.number)-of-\($0.count).jsonl" } ?? "manifest.jsonl"
    }

    /// Makes the folder and those that the named results need.
    ///
    /// - Throws: `BatchError.outputFailed`, also when a folder stands where a result belongs.
    public func prepare(for names: [String]) throws(BatchError) {
        let folders = Set(names.map { PathName.folder(of: "/" + $0) })
        for folder in folders.sorted() {
            let full = folder == "/" ? path : path + folder
            do {
                try FileManager.default.createDirectory(atPath: full, withIntermediateDirectories: true)
            } catch {
                throw .outputFailed(path: full, reason: Self.reason(error))
            }
        }
        for name in names where isFolder(name) {
            throw .outputFailed(path: full(name), reason: "a folder of that name is there")
        }
    }

    private func isFolder(_ name: String) -> Bool {
        var isFolder = false
        return FileManager.default.fileExists(atPath: full(name), isDirectory: &isFolder) && isFolder
    }

    /// Whether a result of this name is there.
    public func holds(_ name: String) -> Bool { FileManager.default.fileExists(atPath: full(name)) }

    /// Whether a run that was killed left a result of this name beside its place: what stands there is an older one.
    func holdsUnsettled(_ name: String) -> Bool { DurableFile.isStaged(full(name)) }

    /// What the manifests in the folder say, all parts of a batch together.
    ///
    /// - Throws: `BatchError.unreadable` for a manifest that cannot be read.
    public func manifest() throws(BatchError) -> Manifest {
        var manifest = Manifest()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let parts = names.filter { $0.hasPrefix("manifest") && $0.hasSuffix(".jsonl") }
        for name in parts.sorted() {
            do { manifest.add([UInt8](try Data(contentsOf: URL(filePath: full(name))))) } catch {
                throw .unreadable(source: full(name), reason: Self.reason(error))
            }
        }
        return manifest
    }

    /// Keeps the results of a recording together with their line.
    ///
    /// - Throws: `BatchError.outputFailed`; nothing half-written is then left.
    public func keep(
        _ results: [(name: String, text: String)], _ entry: ManifestEntry, in manifest: ManifestFile?
    ) async throws(BatchError) {
        do {
            do {
                for result in results {
                    // Results are for whoever may read the folder, as with any tool that writes files.
                    try DurableFile.stage(
                        Data(result.text.utf8), for: full(result.name),
                        permissions: [.ownerReadWrite, .groupReadWrite, .otherReadWrite])
                }
                try await manifest?.append(entry)
                for result in results { try DurableFile.settle(full(result.name)) }
            } catch {
                for result in results { DurableFile.unstage(full(result.name)) }
                throw error
            }
        } catch let error as BatchError {
            throw error
        } catch StorageError.writeFailed(let path, let reason) {
            throw .outputFailed(path: path, reason: reason)
        } catch {
            throw .outputFailed(path: path, reason: "\(error)")
        }
    }

    private func full(_ name: String) -> String { path == "/" ? "/" + name : path + "/" + name }

    private static func reason(_ error: any Error) -> String { StorageError.systemReason(error) }
}
