import Files
import FoundationEssentials
import Records
import Storage

extension Archive {
    /// How long somebody waits for another program that names or removes recordings.
    static let longestWait = Duration.seconds(60)

    /// How long who wants to remove lets others who name go first.
    static let patience = Duration.seconds(5)

    /// The right to name recordings, which many have at once, or to remove those that nothing names, which one alone has: what
    /// was looked up must still be true when the recording goes. It ends with the value.
    ///
    /// - Parameter patience: after so long nobody else is let in who would share it, for those may follow each other without end.
    /// - Throws: `ArchiveError.storage` with `recordingsInUse` when another program keeps it for longer than a minute, or when the system
    ///   refuses it; `records` with `cancelled`.
    func namingLock(
        isShared: Bool, patience: Duration = Self.patience
    ) async throws(ArchiveError) -> FileLock {
        let path = folder + "/.naming.lock"
        if isShared {
            let door = try await requiredLock(doorPath, isShared: true)
            let lock = try await requiredLock(path, isShared: true)
            _ = consume door
            return lock
        }
        if let lock = try await lock(path, isShared: false, for: patience) { return lock }
        let door = try await requiredLock(doorPath, isShared: false)
        let lock = try await requiredLock(path, isShared: false)
        _ = consume door
        return lock
    }

    /// The file through which all go who want to share the right, and which is held by who has waited for long to have it alone.
    var doorPath: String { folder + "/.naming-door.lock" }

    private func requiredLock(_ path: String, isShared: Bool) async throws(ArchiveError) -> FileLock {
        guard let lock = try await lock(path, isShared: isShared, for: Self.longestWait) else {
            throw .storage(.recordingsInUse(path: path))
        }
        return lock
    }

    /// A lock; `nil` when another program keeps it for so long.
    private func lock(
        _ path: String, isShared: Bool, for patience: Duration
    ) async throws(ArchiveError) -> FileLock? {
        let end = ContinuousClock.now + patience
        while true {
            do throws(FileLockError) {
                return try FileLock(path: path, isShared: isShared)
            } catch {
                switch error {
                case .held: guard ContinuousClock.now < end else { return nil }
                case .failed(let code): throw .storage(.writeFailed(path: path, reason: "\(code)"))
                }
            }
            do { try await Task.sleep(for: .milliseconds(20)) } catch { throw .records(.cancelled) }
        }
    }
}
