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
