import FoundationEssentials
import Recordings
public import Storage

#if canImport(Glibc)
    import Glibc
#endif

extension Archive {
    /// The paths of copies of the database that were being made in the folder when their program ended, older than an age in seconds,
    /// with the logs beside them.
    func databaseLeftovers(
        olderThanSeconds ageSeconds: Double = RecordingVault.leftoverAgeSeconds
    ) throws(StorageError) -> [String] {
        try names().filter { name in
            let copy = DatabaseCare.logs.first(where: name.hasSuffix).map { String(name.dropLast($0.count)) }
            // Others may keep files of theirs in the folder.
            guard Self.copies.contains(where: name.hasPrefix), DurableOutput.isPartial(copy ?? name),
                let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)"),
                attributes[.type] as? FileAttributeType == .typeRegular,
                let changed = attributes[.modificationDate] as? Date
            else { return false }
            return Date().timeIntervalSince(changed) >= ageSeconds
        }.map { "\(folder)/\($0)" }
    }

    /// Removes these copies, and says how many files they were.
    ///
    /// - Throws: `StorageError`.
    func removeDatabaseLeftovers(
        olderThanSeconds ageSeconds: Double = RecordingVault.leftoverAgeSeconds
    ) throws(StorageError) -> Int {
        let paths = try databaseLeftovers(olderThanSeconds: ageSeconds)
        for path in paths where unlink(path) != 0 && errno != ENOENT {
            throw .writeFailed(path: path, reason: String(cString: strerror(errno)))
        }
        return paths.count
    }

    /// The paths of the files beside the database that are copies of it by their names, with their logs: what a restore or damage has
    /// put aside, and what somebody has put there, such as a backup.
    ///
    /// - Throws: `StorageError.readFailed` when the folder cannot be listed.
    public func databaseCopies() throws(StorageError) -> [String] {
        let file = Self.databaseFile(in: folder)
        let own = [file] + DatabaseCare.logs.map { file + $0 }
        return try names().map { "\(folder)/\($0)" }.filter { $0.hasPrefix(file) && !own.contains($0) }
    }

    /// How hidden names of copies of the database begin.
    private static let copies = [".\(DatabaseCare.trialName).", ".viva.db."]

    private func names() throws(StorageError) -> [String] {
        do { return try FileManager.default.contentsOfDirectory(atPath: folder).sorted() } catch {
            throw .readFailed(path: folder, reason: StorageError.systemReason(error))
        }
    }
}
