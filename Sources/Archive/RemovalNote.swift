import FoundationEssentials
import Storage

/// What is being deleted, noted on the disk before anything of it is gone: a program that ends in the middle leaves no recording
/// behind that nobody would find again.
struct RemovalNote {
    private struct Content: Codable {
        /// The interview's id.
        var interview: String
        /// The recordings that it named.
        var recordings: [String]
    }

    /// The interview's id.
    let id: String
    /// The recordings that it named.
    let addresses: Set<String>
    private let path: String

    init(id: String, addresses: Set<String>, in archive: Archive) {
        self.id = id
        self.addresses = addresses
        path = "\(Self.folder(of: archive))/\(WorkName.name(of: id)).json"
    }

    /// The notes that are there.
    ///
    /// - Throws: `StorageError`.
    static func all(in archive: Archive) throws(StorageError) -> [RemovalNote] {
        let folder = folder(of: archive)
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        var notes: [RemovalNote] = []
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted() } catch {
            throw .readFailed(path: folder, reason: StorageError.systemReason(error))
        }
        for name in names where !name.hasPrefix(".") && name.hasSuffix(".json") {
            let path = "\(folder)/\(name)"
            // What another program removes meanwhile is brought to its end.
            guard let data = FileManager.default.contents(atPath: path) else { continue }
            do {
                let content = try JSONDecoder().decode(Content.self, from: data)
                notes.append(
                    RemovalNote(id: content.interview, addresses: Set(content.recordings), in: archive))
            } catch {
                throw .damaged(path: path, reason: StorageError.systemReason(error))
            }
        }
        return notes
    }

    /// Writes it; it is on the disk afterwards.
    ///
    /// - Throws: `StorageError.writeFailed`.
    func write() throws(StorageError) {
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
        let data: Data
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            data = try JSONEncoder().encode(Content(interview: id, recordings: addresses.sorted()))
        } catch {
            throw .writeFailed(path: path, reason: StorageError.systemReason(error))
        }
        try DurableFile.write(data, to: path)
    }

    /// Takes it away. One that stays is seen to be done when the archive is tidied.
    func remove() { try? FileManager.default.removeItem(atPath: path) }

    private static func folder(of archive: Archive) -> String { archive.folder + "/removing" }
}
