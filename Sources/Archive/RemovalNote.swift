import FoundationEssentials
import Storage

/// What is being deleted, noted on the disk before anything of it is gone: a program that ends in the middle leaves no recording
/// behind that nobody would find again.
struct RemovalNote {
    /// What a note says. Earlier versions knew one interview.
    private struct Content: Codable {
        var interview: String?
        var interviews: [String]?
        var recordings: [String]
        var sessionFolders: [String]?
        var library: String?
    }

    /// The ids of the interviews.
    let ids: Set<String>
    /// The recordings and files that they named.
    let addresses: Set<String>
    /// The session folders that go with them.
    let sessionFolders: [String]
    /// Where those are.
    let library: SessionLibrary?
    private let path: String

    /// A note of one interview.
    init(
        id: String, addresses: Set<String>, sessionFolders: [String] = [], of library: SessionLibrary? = nil,
        in archive: Archive
    ) {
        self.init(
            name: WorkName.name(of: id), ids: [id], addresses: addresses, sessionFolders: sessionFolders,
            of: library, in: archive)
    }

    /// A note of any number of interviews, under a name that no other has.
    init(
        ids: Set<String>, addresses: Set<String>, sessionFolders: [String] = [],
        of library: SessionLibrary? = nil, in archive: Archive
    ) {
        self.init(
            name: "erasure-\(UUID().uuidString.lowercased())", ids: ids, addresses: addresses,
            sessionFolders: sessionFolders, of: library, in: archive)
    }

    private init(
        name: String, ids: Set<String>, addresses: Set<String>, sessionFolders: [String],
        of library: SessionLibrary?, in archive: Archive
    ) {
        self.ids = ids
        self.addresses = addresses
        self.sessionFolders = sessionFolders
        self.library = library
        path = "\(Self.folder(of: archive))/\(name).json"
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
                    RemovalNote(
                        name: String(name.dropLast(5)),
                        ids: Set(content.interviews ?? [content.interview].compactMap(\.self)),
                        addresses: Set(content.recordings), sessionFolders: content.sessionFolders ?? [],
                        of: content.library.map(SessionLibrary.init), in: archive))
            } catch {
                throw .damaged(path: path, reason: StorageError.systemReason(error))
            }
        }
        return notes
    }

    /// Whether it is on the disk still.
    var isThere: Bool { FileManager.default.fileExists(atPath: path) }

    /// Writes it; it is on the disk afterwards.
    ///
    /// - Throws: `StorageError.writeFailed`.
    func write() throws(StorageError) {
        let folder = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
        let data: Data
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            data = try JSONEncoder().encode(
                Content(
                    interviews: ids.sorted(), recordings: addresses.sorted(),
                    sessionFolders: sessionFolders.isEmpty ? nil : sessionFolders,
                    library: library?.directory))
        } catch {
            throw .writeFailed(path: path, reason: StorageError.systemReason(error))
        }
        try DurableFile.write(data, to: path)
    }

    /// Takes it away. One that stays is seen to be done when the archive is tidied.
    func remove() { try? FileManager.default.removeItem(atPath: path) }

    private static func folder(of archive: Archive) -> String { archive.folder + "/removing" }
}
