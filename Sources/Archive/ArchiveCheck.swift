import FoundationEssentials
public import Recordings
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
    /// The numbers of interviews that cannot be read; each is among the problems.
    public var unreadable: [Int64] = []
    /// The addresses of recordings that nothing names.
    public var orphans: [String] = []
    /// The paths of damaged files of recordings that nothing names: nothing is lost with them.
    public var damagedOrphans: [String] = []
    /// The paths of files that were being written when a program ended, older than a day.
    public var leftovers: [String] = []
    /// Whether all rows could be read: else nobody knows what they name.
    public var areRowsReadable = true
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
            check.areRowsReadable = false
            return check.problems.append("\(error)")
        }
        check.interviews = numbers.count
        for number in numbers {
            try Task.checkCancellation()
            do { try await records.requireReadable(interview: number) } catch {
                // Somebody may have deleted it meanwhile.
                if case .notFound = error { continue }
                guard error.isDamage else { throw error }
                check.unreadable.append(number)
                check.problems.append("The interview \(number) cannot be read: \(error.reason).")
            }
        }
        check.areRowsReadable = check.problems.isEmpty
    }

    private func checkRecordings(
        _ check: inout ArchiveCheck, _ progress: (_ files: Int, _ ofFiles: Int) -> Void
    ) async throws {
        // What is in the vault is looked at first: a recording is there before anything names it.
        let verification = try vault.verify(progress: progress)
        check.recordings = verification.files
        check.recordingBytes = verification.bytes
        let (listed, files) = (try vault.list().recordings.map(\.id), try vault.paths())
        let named: Set<String>
        do {
            var missing: Set<String> = []
            for file in try await records.recordingFiles() {
                let recording = file.recording
                if let id = RecordingID(recording.address), try vault.contains(id) { continue }
                missing.insert(recording.address)
                check.problems.append(
                    "The recording \(recording.name) of interview \(file.interview) is not in \(vault.root) "
                        + "(\(recording.address)): bring the folder back from a backup.")
            }
            named = try await records.recordingsNamed()
            for address in named.subtracting(missing).sorted() {
                guard let id = RecordingID(address), try !vault.contains(id) else { continue }
                check.problems.append(
                    "The file of a resume, a message or a report is not in \(vault.root) (\(address)): bring the folder back "
                        + "from a backup.")
            }
        } catch let error as RecordsError {
            guard error.isDamage else { throw error }
            check.areRowsReadable = false
            check.problems += verification.faults.map { "\($0)" }
            return check.problems.append("\(error)")
        }
        let strays: Set<String>
        do throws(RecordingError) {
            strays = files.subtracting(try vault.paths(of: named.compactMap { RecordingID($0) }))
        } catch {
            guard case .damaged = error else { throw error }
            // Without the secret of the names nobody knows what stands where.
            check.problems.append("\(error)")
            strays = []
        }
        for (fault, path) in zip(verification.faults, verification.faultyPaths) {
            if strays.contains(path) {
                check.damagedOrphans.append(path)
            } else {
                check.problems.append("\(fault)")
            }
        }
        let damaged = Set(check.damagedOrphans)
        check.orphans = try listed.filter { id in
            try !named.contains(id.hexadecimal) && vault.contains(id)
                && (damaged.isEmpty || damaged.isDisjoint(with: vault.paths(of: [id])))
        }.map(\.hexadecimal)
        check.leftovers = try vault.leftovers().map(\.path) + databaseLeftovers()
    }

    /// The recordings that nothing names, without a look at what they hold.
    ///
    /// - Throws: `ArchiveError`.
    public func orphans() async throws(ArchiveError) -> [StoredRecording] {
        do {
            // What is in the vault is looked at first: a recording is there before anything names it.
            let listed = try vault.list().recordings
            let named = try await records.recordingsNamed()
            return listed.filter { !named.contains($0.id.hexadecimal) }
        } catch {
            throw ArchiveError(error)
        }
    }

    /// Removes the recordings that nothing names, damaged ones too, and what crashes have left of others.
    ///
    /// - Returns: How many recordings and files were removed.
    /// - Throws: `ArchiveError`, also when the database names none of the recordings, and while there is a copy of the database beside
    ///   it, which may name them.
    public func removeOrphans() async throws(ArchiveError) -> Int {
        do {
            // Whoever names a recording shares this right, from before it is in the vault until it is named.
            let lock = try await namingLock(isShared: false)
            defer { withExtendedLifetime(lock) {} }
            if let copy = try databaseCopies().first {
                throw StorageError.readFailed(
                    path: vault.root,
                    reason:
                        "what nothing names may be named by \(copy), a copy of the database: move it elsewhere, or delete it when it "
                        + "is not needed, and try again. Nothing was removed")
            }
            let named = Set(try await records.recordingsNamed().compactMap { RecordingID($0) })
            let files = try vault.paths()
            // With the database of another archive, all of them would seem to be named by nothing.
            guard try files.isEmpty || !files.isDisjoint(with: vault.paths(of: named)) else {
                throw StorageError.readFailed(
                    path: vault.root,
                    reason:
                        "the database \(records.database.name) names none of the \(files.count) recordings there, so it may "
                        + "be that of another folder. Nothing was removed")
            }
            return try vault.removeStrays(besides: named)
                + vault.removeLeftovers().count + removeDatabaseLeftovers()
        } catch {
            throw ArchiveError(error)
        }
    }
}
