public import FoundationEssentials
public import Interview
public import Records

extension Archive {
    /// For how many seconds it is remembered what became of a job, with the recording that it alone names: a day.
    public static let jobMemorySeconds = 86_400.0

    /// Forgets work that is over since a day, with the recordings that it alone names.
    ///
    /// - Throws: `ArchiveError`.
    public func forgetOldJobs(at now: Date = Date()) async throws(ArchiveError) {
        try await forgetJobs(overBefore: now - Self.jobMemorySeconds)
    }

    /// Forgets work that is over since before a moment, with the recordings that it alone names. What a crash interrupts, `tidy` brings
    /// to its end.
    ///
    /// - Throws: `ArchiveError`; `recordings` with `noKey` when they are encrypted and no key was given. Nothing is forgotten then.
    public func forgetJobs(overBefore date: Date) async throws(ArchiveError) {
        do {
            guard try await records.hasJobs(overBefore: date) else { return }
            try await remove(files: { try await records.recordings(ofJobsOverBefore: date) }) {
                try await records.deleteJobs(overBefore: date)
            }
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
