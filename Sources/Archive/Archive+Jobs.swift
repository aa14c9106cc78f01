public import FoundationEssentials
public import Interview
public import Records

extension Archive {
    /// Forgets work that is over since before a moment, with the recordings that it alone names.
    ///
    /// - Throws: `ArchiveError`.
    public func forgetJobs(overBefore date: Date) async throws(ArchiveError) {
        do {
            guard try await records.hasJobs(overBefore: date) else { return }
            let lock = try await namingLock(isShared: false)
            _ = try await removeUnnamed(Set(records.deleteJobs(overBefore: date)))
            _ = consume lock
        } catch {
            throw ArchiveError(error)
        }
    }

    /// Keeps a recording that was sent to be written down, and the job to do it.
    ///
    /// - Parameters:
    ///   - path: where it is; it stays there.
    ///   - job: makes the job from the address of the recording.
    /// - Throws: `ArchiveError`; nothing is kept then.
    public func keep(
        recording path: String, job: @Sendable (_ address: String) -> Job
    ) async throws(ArchiveError) -> KeptJob {
        do {
            return try await add(file: path) { try await records.add(job($0)) }
        } catch {
            throw ArchiveError(error)
        }
    }
}
