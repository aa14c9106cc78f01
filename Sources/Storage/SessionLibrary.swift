import FoundationEssentials
public import Interview

/// The folder in which sessions were kept before there was a database, one folder each, named so that they sort by time.
public struct SessionLibrary: Sendable {
    /// A session as a list shows it.
    public struct Entry: Sendable {
        /// The folder's name.
        public var name: String
        /// The folder's full path.
        public var path: String
        /// What was saved in it, or why it cannot be read.
        public var interview: Result<Interview, StorageError>
    }

    /// The folder of all sessions.
    public let directory: String

    /// The sessions in `directory`, which need not exist yet.
    public init(directory: String) { self.directory = directory }

    /// The sessions, newest first; folders of the names that are left out are not read.
    ///
    /// - Throws: `StorageError.readFailed` when the folder cannot be listed; a folder that is not there has none.
    public func entries(leavingOut known: Set<String> = []) throws(StorageError) -> [Entry] {
        try names().filter { !known.contains($0) }.map { name in
            let path = "\(directory)/\(name)"
            return Entry(
                name: name, path: path,
                interview: Result { () throws(StorageError) in try SessionFolder.read(path) })
        }
    }

    /// Whether a folder is there that holds one of some interviews, by their ids.
    ///
    /// - Parameter ids: the interviews; `nil` for any.
    public func holds(_ name: String, ofInterviews ids: Set<String>? = nil) -> Bool {
        let path = "\(directory)/\(name)"
        guard Self.isName(name), FileManager.default.fileExists(atPath: path + "/session.json") else {
            return false
        }
        guard let ids else { return true }
        guard let interview = try? SessionFolder.read(path) else { return false }
        return ids.contains(interview.id.lowercased())
    }

    /// Removes a folder with all that is in it, where it is there.
    ///
    /// - Throws: `StorageError.writeFailed`.
    public func remove(_ name: String) throws(StorageError) {
        let path = "\(directory)/\(name)"
        guard Self.isName(name), FileManager.default.fileExists(atPath: path) else { return }
        do { try FileManager.default.removeItem(atPath: path) } catch {
            throw .writeFailed(path: path, reason: StorageError.reason(error))
        }
    }

    /// Whether a text names a folder in this one, and nothing elsewhere.
    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && ![".", ".."].contains(name) && !name.contains("/") && !name.contains("\0")
    }

    /// The folders that hold a session, newest first.
    private func names() throws(StorageError) -> [String] {
        guard FileManager.default.fileExists(atPath: directory) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: directory).sorted(by: >)
                .filter { FileManager.default.fileExists(atPath: "\(directory)/\($0)/session.json") }
        } catch {
            throw .readFailed(path: directory, reason: StorageError.reason(error))
        }
    }
}
