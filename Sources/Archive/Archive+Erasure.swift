import FoundationEssentials
import Interview
import Recordings
public import Records
import SQL
public import Storage

extension Archive {
    /// What was erased.
    public struct Erasure: Sendable, Hashable, Codable {
        /// How many interviews were deleted.
        public var interviews: Int
        /// How many people.
        public var people: Int
        /// How many resumes.
        public var resumes: Int
        /// How many recordings and other files, those that something else names left out.
        public var files: Int
        /// Their content in bytes.
        public var bytes: Int
        /// The names of the session folders that were deleted.
        public var deletedFolders: [String]
        /// The names of the session folders that the interviews were taken out of and that were not deleted.
        public var otherFolders: [String]
    }

    /// Erases a person, or everything: the interviews with their answers, messages, reports and recordings, the resumes with their
    /// files, what was written down for the person, the folders of work, and the words of searches. Where somebody works on one of the interviews, nothing is erased. What
    /// a crash interrupts, `tidy` brings to its end. `scrub` afterwards overwrites what was deleted in the database file.
    ///
    /// - Parameter library: where the session folders of earlier versions are, to delete theirs as well; `nil` to leave them.
    /// - Throws: `ArchiveError.records` with `notFound`, or with `changedMeanwhile` when an interview was begun meanwhile;
    ///   `storage` with `sessionInUse`; `recordings` with `noKey` when they are encrypted and no key was given. Nothing is deleted
    ///   then.
    @discardableResult
    public func erase(
        _ scope: Holdings.Scope, sessionFolders library: SessionLibrary? = nil
    ) async throws(ArchiveError) -> Erasure {
        do {
            // Nobody names a recording until all of them are gone.
            let lock = try await namingLock(isShared: false)
            let holdings = try await records.holdings(scope)
            let ids = holdings.interviews.values.sorted()
            let held = try holdWork(of: ids)
            try requireReachable(holdings.files)
            let known = scope == .everything ? nil : Set(ids)
            let folders = holdings.sessionFolders.filter { library?.holds($0, ofInterviews: known) ?? false }
            let note = RemovalNote(
                ids: Set(ids), addresses: holdings.files, sessionFolders: folders, of: library, in: self)
            try note.write()
            do { try await eraseRows(scope, holdings) } catch {
                note.remove()
                throw error
            }
            var removed = try await removeUnnamed(holdings.files)
            if scope == .everything { removed.count += try await removeRest() }
            try await removeSessionFolders(of: note)
            for work in held { try work.remove() }
            // Somebody may have taken one up since; it is removed when the archive is tidied.
            if try removeWork(of: ids).isComplete { note.remove() }
            // Whose voice a killed program left readable nobody knows.
            try removeUnheldUploads()
            _ = consume lock
            return Erasure(
                interviews: holdings.interviews.count, people: holdings.people.count,
                resumes: holdings.resumes, files: removed.count, bytes: removed.bytes,
                deletedFolders: folders,
                otherFolders: holdings.sessionFolders.filter { !folders.contains($0) })
        } catch {
            throw ArchiveError(error)
        }
    }

    /// Removes what is left in the folder of an archive in which nothing is named any more: recordings that nothing named, and what
    /// crashes have left. Where a server has the rows, those of others may be kept in the folder too, and all of it stays.
    private func removeRest() async throws -> Int {
        guard records.database.name == Self.databaseFile(in: folder) else { return 0 }
        let named = Set(try await records.recordingsNamed().compactMap { RecordingID($0) })
        return try vault.removeStrays(besides: named) + vault.removeLeftovers().count
            + removeDatabaseLeftovers()
    }

    private func eraseRows(_ scope: Holdings.Scope, _ holdings: Holdings) async throws {
        let numbers = Set(holdings.interviews.keys)
        switch scope {
        case .person(let name): try await records.erase(person: name, interviews: numbers)
        case .everything: try await records.eraseEverything(interviews: numbers)
        }
    }

    /// Holds the folders of work that are there, so that nobody works on the interviews meanwhile. Those that are not there are not
    /// made: there may be more interviews than a program may have files open.
    private func holdWork(of ids: [String]) throws -> [HeldWork] {
        try ids.map(workFolder).filter(FileManager.default.fileExists(atPath:)).map { path in
            HeldWork(try WorkFolder(path))
        }
    }
}

/// A folder of work among others that are held: values that cannot be copied are not kept in arrays.
private final class HeldWork {
    private var folder: WorkFolder?

    init(_ folder: consuming WorkFolder) { self.folder = consume folder }

    /// Removes the folder with all that is in it.
    func remove() throws(StorageError) { try folder.take()?.remove() }
}
