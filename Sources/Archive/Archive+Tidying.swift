import FoundationEssentials
import Interview
public import Recordings
import Records
import Storage

extension Archive {
    /// What was tidied up.
    public struct Tidying: Sendable, Hashable, Codable {
        /// How many deletions that were broken off came to their end.
        public var deletions = 0
        /// How many recordings they removed.
        public var recordings = 0
        /// How many folders were removed of interviews that are over or gone.
        public var workFolders = 0
        /// How many copies were removed of answers that are in the vault, where those are encrypted.
        public var copies = 0
        /// How many files were removed that were being written into the vault, removed from it, sent or heard when their program ended.
        public var leftovers = 0

        /// Whether there was nothing to tidy up.
        public var isEmpty: Bool { self == Tidying() }
    }

    /// Removes what is left over: deletions that were broken off are brought to their end, folders of work go whose interviews are
    /// over or gone, and so does what crashes have left in the vault and among uploads; work in the background that is over since a
    /// day is forgotten. What another program works on is left to it.
    ///
    /// A folder whose interview is not in the database is kept for a day after its last change, as it may belong to another
    /// database for which the same folder is used.
    ///
    /// - Parameter ageSeconds: from which age on leftovers of the vault and folders of interviews that are gone are removed.
    /// - Throws: `ArchiveError`; what was removed until then is.
    @discardableResult
    public func tidy(
        olderThanSeconds ageSeconds: Double = RecordingVault.leftoverAgeSeconds
    ) async throws(ArchiveError) -> Tidying {
        var tidying = Tidying()
        do {
            try await finishRemovals(&tidying)
            for name in try workNames() { try await tidy(work: name, ageSeconds, &tidying) }
            tidying.leftovers =
                try vault.removeLeftovers(olderThanSeconds: ageSeconds).count
                + removeDatabaseLeftovers(olderThanSeconds: ageSeconds)
                + removeUnheldUploads(olderThanSeconds: ageSeconds)
            try await forgetOldJobs()
            return tidying
        } catch {
            throw ArchiveError(error)
        }
    }

    /// Brings deletions to their end that were broken off.
    ///
    /// - Throws: `ArchiveError`; what was removed until then is.
    public func finishRemovals() async throws(ArchiveError) {
        var tidying = Tidying()
        do { try await finishRemovals(&tidying) } catch { throw ArchiveError(error) }
    }

    private func finishRemovals(_ tidying: inout Tidying) async throws {
        for note in try RemovalNote.all(in: self) { try await finish(note, &tidying) }
    }

    private func finish(_ note: RemovalNote, _ tidying: inout Tidying) async throws {
        // Who deletes it just now has this lock.
        let lock = try await namingLock(isShared: false)
        if note.isThere, try await bringToItsEnd(note, &tidying) { tidying.deletions += 1 }
        _ = consume lock
    }

    /// Removes what a deletion has left, for who holds the lock; `false` while somebody has an interview of it open.
    private func bringToItsEnd(_ note: RemovalNote, _ tidying: inout Tidying) async throws -> Bool {
        // Where the rows are still there, they name the recordings, and nothing is removed: it was not deleted.
        tidying.recordings += try await removeUnnamed(note.addresses).count
        var gone: [String] = []
        for id in note.ids.sorted() {
            if try await isGone(id) { gone.append(id) }
        }
        if gone.count == note.ids.count { try await removeSessionFolders(of: note) }
        let removed = try removeWork(of: gone)
        tidying.workFolders += removed.count
        guard removed.isComplete else { return false }
        note.remove()
        return true
    }

    /// Removes the folders of work of interviews that are gone. It is not complete while somebody has one of them.
    func removeWork(of ids: [String]) throws -> (count: Int, isComplete: Bool) {
        var (count, isComplete) = (0, true)
        for id in ids {
            let path = workFolder(of: id)
            guard FileManager.default.fileExists(atPath: path) else { continue }
            guard let work = try heldWorkFolder(path) else {
                isComplete = false
                continue
            }
            try work.remove()
            count += 1
        }
        return (count, isComplete)
    }

    private func isGone(_ id: String) async throws -> Bool {
        do throws(RecordsError) {
            _ = try await records.identity(ofInterview: .id(id))
            return false
        } catch {
            guard case .notFound = error else { throw error }
            return true
        }
    }

    private func tidy(work name: String, _ ageSeconds: Double, _ tidying: inout Tidying) async throws {
        guard let id = WorkName.id(of: name) else { return }
        let path = "\(workRoot)/\(name)"
        // Looked at before it is held, which changes it.
        let changed = lastChange(in: path)
        guard let work = try heldWorkFolder(path) else { return }
        switch try await state(of: id) {
        case .gone:
            guard Date().timeIntervalSince(changed) >= ageSeconds else { return }
            try work.remove()
            tidying.workFolders += 1
        case .unreadable: return
        case .kept(let kept):
            let stored = try await records.recordings(of: kept.number)
            if kept.interview.state.isOver {
                // What it names and the vault does not have would be lost.
                guard kept.interview.recordings.allSatisfy({ stored[$0] != nil || !work.has($0) }),
                    work.setAside().isEmpty,
                    // So would what somebody was saying when it ended.
                    work.answers(besides: stored.keys).isEmpty
                else { return }
                try work.remove()
                tidying.workFolders += 1
            } else {
                var names = kept.interview.forgottenRecordings
                if vault.isEncrypted, kept.interview.phase != .analysing { names.formUnion(stored.keys) }
                for name in names where work.has(name) {
                    try FileManager.default.removeItem(atPath: work.file(name))
                    tidying.copies += 1
                }
            }
        }
    }

    /// Where an interview stands that a folder is named after.
    enum WorkState: Equatable {
        case kept(KeptInterview)
        case unreadable
        case gone
    }

    func state(of id: String) async throws -> WorkState {
        do throws(RecordsError) {
            return .kept(try await records.interview(.id(id)))
        } catch {
            switch error {
            case .notFound: return .gone
            case .damaged: return .unreadable
            default: throw error
            }
        }
    }

    /// A folder of work; `nil` while another program has it.
    func heldWorkFolder(_ path: String) throws(StorageError) -> WorkFolder? {
        do throws(StorageError) {
            return try WorkFolder(path)
        } catch {
            if case .sessionInUse = error { return nil }
            throw error
        }
    }

    func workNames() throws(StorageError) -> [String] {
        guard FileManager.default.fileExists(atPath: workRoot) else { return [] }
        do { return try FileManager.default.contentsOfDirectory(atPath: workRoot).sorted() } catch {
            throw .readFailed(path: workRoot, reason: StorageError.systemReason(error))
        }
    }

    /// When anything in a folder was last changed.
    func lastChange(in path: String) -> Date {
        let inside = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
        return ([path] + inside.map { "\(path)/\($0)" }).compactMap { place in
            (try? FileManager.default.attributesOfItem(atPath: place))?[.modificationDate] as? Date
        }.max() ?? .distantPast
    }
}
