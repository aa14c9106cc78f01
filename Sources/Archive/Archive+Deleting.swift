public import FoundationEssentials
import Interview
import Recordings
public import Records
import Storage

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
        /// The name of the session folder that it was taken out of, which still stands; `nil` for one that began in the database.
        public var sessionFolder: String?
    }

    /// Deletes an interview with its questions, answers, conversation and reports, the recordings that nothing else names, and the
    /// folder in which it was worked on. What a crash interrupts, `tidy` brings to its end.
    ///
    /// - Throws: `ArchiveError.records` with `notFound`; `storage` with `sessionInUse` while somebody works on the interview;
    ///   `recordings` with `noKey` when they are encrypted and no key was given. Nothing is deleted then.
    @discardableResult
    public func delete(_ name: RecordName) async throws(ArchiveError) -> Deletion {
        do {
            let (number, id) = try await records.identity(ofInterview: name)
            let work = try WorkFolder(workFolder(of: id))
            let sessionFolder = try await records.importedFolder(ofInterview: .number(number))
            let addresses = Set(try await records.recordings(of: number).values.map(\.address))
            // Rows that are gone while the recordings cannot be reached would leave these behind.
            for address in addresses { if let id = RecordingID(address) { _ = try vault.contains(id) } }
            let lock = try await namingLock(isShared: false)
            let note = RemovalNote(id: id, addresses: addresses, in: self)
            try note.write()
            do { try await records.deleteInterview(.number(number)) } catch {
                note.remove()
                throw error
            }
            let removed = try await removeUnnamed(addresses)
            try work.remove()
            note.remove()
            _ = consume lock
            return Deletion(
                number: number, id: id, recordings: removed.count, bytes: removed.bytes,
                sessionFolder: sessionFolder)
        } catch {
            throw ArchiveError(error)
        }
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
    /// - Throws: `ArchiveError` when they cannot be listed, or when it is cancelled: what was deleted until then is.
    @discardableResult
    public func prune(olderThan date: Date) async throws(ArchiveError) -> Pruning {
        var pruning = Pruning()
        for number in try await numbers(olderThan: date) {
            do throws(ArchiveError) {
                pruning.deleted.append(try await delete(.number(number)))
            } catch {
                if error.isCancellation { throw error }
                // Another program may have deleted it meanwhile.
                if case .records(.notFound) = error { continue }
                pruning.failures.append(Pruning.Failure(number: number, reason: "\(error)"))
            }
        }
        return pruning
    }

    /// The interviews that are over and were held before a moment, the latest first.
    private func numbers(olderThan date: Date) async throws(ArchiveError) -> [Int64] {
        var filter = InterviewFilter()
        filter.states = Set(InterviewState.allCases.filter(\.isOver))
        filter.before = date
        var numbers: [Int64] = []
        var place: String?
        repeat {
            do {
                let page = try await records.interviews(filter, page: .after(place, count: PageRequest.limit))
                numbers += page.items.map(\.number)
                place = page.next
            } catch {
                throw ArchiveError(error)
            }
        } while place != nil
        return numbers
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
