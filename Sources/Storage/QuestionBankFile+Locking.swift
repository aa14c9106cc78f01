internal import Files
import FoundationEssentials
import SystemPackage

extension QuestionBankFile {
    /// Keeps other programs from changing the question files of the folders of some files until `change` is done, so that
    /// what it reads is still there when it writes. The folders are made when they are not there.
    ///
    /// A program that has the right is waited for: reading and writing takes it seconds at the most.
    ///
    /// - Parameters:
    ///   - paths: the files that may be written, which need not exist.
    ///   - limit: how long others are waited for.
    /// - Throws: `StorageError.questionsInUse` when another program still has the right after `limit`, `writeFailed` when
    ///   a folder cannot be made or written to, and what `change` throws.
    public static func locking<Result>(
        _ paths: [String], waitingFor limit: Duration = .seconds(30), _ change: () throws -> Result
    ) async throws -> Result {
        var folders: Set<String> = []
        for path in paths {
            let path = try resolved(path)
            try makeFolder(above: path)
            folders.insert(URL(filePath: path).deletingLastPathComponent().path)
        }
        // All programs take several in one order, so that no two wait for each other.
        return try await locked(
            folders.sorted()[...], until: ContinuousClock.now + limit, change)
    }

    private static func locked<Result>(
        _ folders: ArraySlice<String>, until end: ContinuousClock.Instant, _ change: () throws -> Result
    ) async throws -> Result {
        guard let folder = folders.first else { return try change() }
        let lock = try await lock(of: folder, until: end)
        let result = try await locked(folders.dropFirst(), until: end, change)
        withExtendedLifetime(lock) {}
        return result
    }

    private static func lock(
        of folder: String, until end: ContinuousClock.Instant
    ) async throws -> FileLock {
        let path = folder + "/" + lockName
        while true {
            do throws(FileLockError) {
                // Whoever shares the folder shares the lock.
                return try FileLock(
                    path: path, permissions: [.ownerReadWrite, .groupReadWrite, .otherReadWrite])
            } catch {
                if case .failed(let code) = error {
                    throw StorageError.writeFailed(path: path, reason: StorageError.reason(code))
                }
            }
            guard ContinuousClock.now < end else { throw StorageError.questionsInUse(folder: folder) }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Hidden, and with a name by which it is known in a folder that is not Viva's own.
    private static let lockName = ".viva-questions.lock"
}
