import Files
import FoundationEssentials
import Records
import Storage

extension Archive {
    /// How long somebody waits for another program that names or removes recordings.
    static let longestWait = Duration.seconds(60)

    /// The right to name recordings, which many have at once, or to remove those that nothing names, which one alone has: what
    /// was looked up must still be true when the recording goes. It ends with the value.
    ///
    /// - Throws: `ArchiveError.storage` when another program keeps it for longer than a minute or the system refuses it;
    ///   `records` with `cancelled`.
    func namingLock(isShared: Bool) async throws(ArchiveError) -> FileLock {
        let path = folder + "/.naming.lock"
        let end = ContinuousClock.now + Self.longestWait
        while true {
            do throws(FileLockError) {
                return try FileLock(path: path, isShared: isShared)
            } catch {
                switch error {
                case .held:
                    guard ContinuousClock.now < end else {
                        throw .storage(
                            .writeFailed(
                                path: path, reason: "another viva has been working with recordings for long"))
                    }
                case .failed(let code): throw .storage(.writeFailed(path: path, reason: "\(code)"))
                }
            }
            do { try await Task.sleep(for: .milliseconds(20)) } catch { throw .records(.cancelled) }
        }
    }
}
