public import FoundationEssentials
import Interview
import Recordings
public import Records
public import Storage

extension Archive {
    /// What was deleted with an interview.
    public struct Deletion: Sendable, Hashable, Codable {
        /// The number that the interview had.
        public var number: Int64
        /// The id that it had.
        public var id: String
        /// How many recordings were removed, those that something else names left out.
        public var recordings: Int
        /// Their content in bytes.
        public var bytes: Int
        /// The name of the session folder that it was taken out of and that was not deleted with it; `nil` for one that began in
        /// the database.
        public var sessionFolder: String?
    }

    /// Deletes an interview with its questions, answers, conversation and reports, the recordings that nothing else names, and the
    /// folder in which it was worked on. What a crash interrupts, `tidy` brings to its end.
    ///
    /// - Parameter library: where the session folders of earlier versions are, to delete that of the interview as well; `nil` to
    ///   leave it.
    /// - Throws: `ArchiveError.records` with `notFound`; `storage` with `sessionInUse` while somebody works on the interview;
    ///   `recordings` with `noKey` when they are encrypted and no key was given. Nothing is deleted then.
    @discardableResult
    public func delete(
        _ name: RecordName, sessionFolders library: SessionLibrary? = nil
    ) async throws(ArchiveError) -> Deletion {
        do {
            let (number, id) = try await records.identity(ofInterview: name)
            let work = try WorkFolder(workFolder(of: id))
            let deletion: Deletion
            let note: RemovalNote
            do {
                (deletion, note) = try await delete(number, id, library)
            } catch {
                // It was made here where nobody has worked on the interview.
                work.removeIfEmpty()
                throw error
            }
            try work.remove()
            note.remove()
            return deletion
        } catch {
            throw ArchiveError(error)
        }
    }

    /// Deletes all of an interview but its folder of work, which somebody holds, and the note that says so.
    private func delete(
        _ number: Int64, _ id: String, _ library: SessionLibrary?
    ) async throws -> (Deletion, RemovalNote) {
        let imported = try await records.importedFolders(ofInterviews: [number])
        var addresses = Set(try await records.recordings(of: number).values.map(\.address))
        addresses.formUnion(try await records.recordings(ofMessagesIn: number))
        try requireReachable(addresses)
        let folders = imported.filter { library?.holds($0, ofInterviews: [id]) ?? false }
        let lock = try await namingLock(isShared: false)
        let note = RemovalNote(
            id: id, addresses: addresses, sessionFolders: folders, of: library, in: self)
        try note.write()
        do { try await records.deleteInterview(.number(number)) } catch {
            note.remove()
            throw error
        }
        let removed = try await removeUnnamed(addresses)
        try await removeSessionFolders(of: note)
        _ = consume lock
        let deletion = Deletion(
            number: number, id: id, recordings: removed.count, bytes: removed.bytes,
            sessionFolder: imported.first { !folders.contains($0) })
        return (deletion, note)
    }

    /// Sees that recordings can be reached: rows that are gone while these cannot be would leave them behind.
    ///
    /// - Throws: `RecordingError`.
    func requireReachable(_ addresses: Set<String>) throws {
        for address in addresses { if let id = RecordingID(address) { _ = try vault.contains(id) } }
    }

    /// Removes the session folders of a note, and forgets that they were taken in.
    func removeSessionFolders(of note: RemovalNote) async throws {
        guard let library = note.library else { return }
        for name in note.sessionFolders { try library.remove(name) }
        try await records.forget(importedFolders: note.sessionFolders)
    }

    /// Removes those of some recordings that nothing names; for who holds the lock.
    func removeUnnamed(_ addresses: Set<String>) async throws -> (count: Int, bytes: Int) {
        var removed = (count: 0, bytes: 0)
        for address in try await addresses.subtracting(records.named(of: addresses)).sorted() {
            guard let id = RecordingID(address), try vault.contains(id) else { continue }
            // What is damaged goes as well.
            let bytes = (try? vault.sizeBytes(of: id)) ?? 0
            try vault.remove(id)
            removed.count += 1
            removed.bytes += bytes
        }
        return removed
    }

    /// What came of deleting what is old.
    public struct Pruning: Sendable, Hashable, Codable {
        /// An interview that could not be deleted.
        public struct Failure: Sendable, Hashable, Codable {
            /// Its number.
            public var number: Int64
            /// Why not.
            public var reason: String
        }

        /// What was deleted, the latest first.
        public var deleted: [Deletion] = []
        /// What could not be.
        public var failures: [Failure] = []
    }

    /// Deletes the interviews that are over and were held before a moment. One that was never held counts by when it was to be;
    /// those that are planned or go on stay, however old they are.
    ///
    /// - Parameter library: where the session folders of earlier versions are, to delete theirs as well; `nil` to leave them.
    /// - Throws: `ArchiveError` when they cannot be listed, or when it is cancelled: what was deleted until then is.
    @discardableResult
    public func prune(
        olderThan date: Date, sessionFolders library: SessionLibrary? = nil
    ) async throws(ArchiveError) -> Pruning {
        var pruning = Pruning()
        for number in try await prunable(olderThan: date).map(\.number) {
            do throws(ArchiveError) {
                pruning.deleted.append(try await delete(.number(number), sessionFolders: library))
            } catch {
                if error.isCancellation { throw error }
                // Another program may have deleted it meanwhile.
                if case .records(.notFound) = error { continue }
                pruning.failures.append(Pruning.Failure(number: number, reason: "\(error)"))
            }
        }
        return pruning
    }

    /// The interviews that `prune` deletes, the latest first.
    ///
    /// - Throws: `ArchiveError`.
    public func prunable(olderThan date: Date) async throws(ArchiveError) -> [InterviewListing] {
        var filter = InterviewFilter()
        filter.states = Set(InterviewState.allCases.filter(\.isOver))
        filter.before = date
        var listings: [InterviewListing] = []
        var place: String?
        repeat {
            do {
                let page = try await records.interviews(filter, page: .after(place, count: PageRequest.limit))
                listings += page.items
                place = page.next
            } catch {
                throw ArchiveError(error)
            }
        } while place != nil
        return listings
    }
}

extension ArchiveError {
    /// Whether the task was cancelled.
    var isCancellation: Bool {
        switch self {
        case .records(.cancelled), .recordings(.cancelled): true
        default: false
        }
    }
}
