import FoundationEssentials
import Recordings
import Records
import SQL
import SQLite
import Storage

/// What a look at all that an archive keeps found.
public struct ArchiveCheck: Sendable, Hashable, Codable {
    /// The database for people: the file, or the address without the password.
    public var database: String
    /// How many interviews there are.
    public var interviews = 0
    /// How many files of recordings were read.
    public var recordings = 0
    /// How many bytes of content they have.
    public var recordingBytes = 0
    /// What is wrong, as sentences; empty when all is well.
    public var problems: [String] = []
    /// The addresses of recordings that nothing names.
    public var orphans: [String] = []
    /// The paths of files that were being written when a program ended, older than a day.
    public var leftovers: [String] = []
}

extension Archive {
    /// Looks at all that is kept: whether the database file is whole, every interview can be read, every recording that is named is
    /// there, and every recording is what it was. It reads all of it.
    ///
    /// - Parameter progress: is told how many files of recordings have been read, and how many there are.
    /// - Throws: `ArchiveError` when the looking itself fails; what is wrong with what is kept is in the result.
    public func check(
        progress: (_ files: Int, _ ofFiles: Int) -> Void = { _, _ in }
    ) async throws(ArchiveError) -> ArchiveCheck {
        var check = ArchiveCheck(database: records.database.name)
        do {
            try await checkRows(&check)
            try await checkRecordings(&check, progress)
        } catch {
            throw ArchiveError(error)
        }
        return check
    }

    private func checkRows(_ check: inout ArchiveCheck) async throws {
        if let file = records.database as? SQLiteDatabase {
            do { check.problems += try await file.problems().map { "\(file.name): \($0)." } } catch let error
                as SQLError
            {
                guard case .damaged = error else { throw error }
                check.problems.append("\(error)")
            }
        }
        let numbers: [Int64]
        do { numbers = try await records.interviewNumbers() } catch {
            guard error.isDamage else { throw error }
            return check.problems.append("\(error)")
        }
        check.interviews = numbers.count
        for number in numbers {
            try Task.checkCancellation()
            do { try await records.requireReadable(interview: number) } catch {
                // Somebody may have deleted it meanwhile.
                if case .notFound = error { continue }
                guard error.isDamage else { throw error }
                check.problems.append(
                    "The interview \(number) cannot be read: \(error.reason). Delete it (`viva sessions delete \(number)`), "
                        + "or put a backup in the place of the database (`viva database restore`).")
            }
        }
    }

    private func checkRecordings(
        _ check: inout ArchiveCheck, _ progress: (_ files: Int, _ ofFiles: Int) -> Void
    ) async throws {
        // What is in the vault is looked at first: a recording is there before anything names it.
        let verification = try vault.verify(progress: progress)
        check.recordings = verification.files
        check.recordingBytes = verification.bytes
        check.problems += verification.faults.map { "\($0)" }
        let listed = try vault.list().recordings.map(\.id)
        let named: Set<String>
        do {
            for file in try await records.recordingFiles() {
                let recording = file.recording
                if let id = RecordingID(recording.address), try vault.contains(id) { continue }
                check.problems.append(
                    "The recording \(recording.name) of interview \(file.interview) is not in \(vault.root) "
                        + "(\(recording.address)): bring the folder back from a backup.")
            }
            named = try await records.recordingsNamed()
        } catch let error as RecordsError {
            guard error.isDamage else { throw error }
            return check.problems.append("\(error)")
        }
        check.orphans = try listed.filter { try !named.contains($0.hexadecimal) && vault.contains($0) }.map(
            \.hexadecimal)
        check.leftovers = try vault.leftovers().map(\.path)
    }

    /// Removes the recordings that nothing names, and what crashes have left of others.
    ///
    /// - Returns: How many recordings and files were removed.
    /// - Throws: `ArchiveError`, also when the database names none of the recordings.
    public func removeOrphans() async throws(ArchiveError) -> Int {
        do {
            // Whoever names a recording shares this right, from before it is in the vault until it is named.
            let lock = try await namingLock(isShared: false)
            defer { withExtendedLifetime(lock) {} }
            let named = try await records.recordingsNamed()
            let listed = try vault.list().recordings.map(\.id)
            // With the database of another archive, all of them would seem to be named by nothing.
            guard listed.isEmpty || listed.contains(where: { named.contains($0.hexadecimal) }) else {
                throw StorageError.readFailed(
                    path: vault.root,
                    reason:
                        "the database \(records.database.name) names none of the \(listed.count) recordings there, so it may "
                        + "be that of another folder. Nothing was removed")
            }
            var removed = 0
            for id in listed where !named.contains(id.hexadecimal) {
                try vault.remove(id)
                removed += 1
            }
            return removed + (try vault.removeLeftovers().count)
        } catch {
            throw ArchiveError(error)
        }
    }
}
