import Accounts
public import Archive
import Recordings
import Records

extension AdminService {
    /// How the parts of the server stand, with a quick look at the database.
    ///
    /// - Throws: `ServiceError`; `notAllowed` for whoever does not look after all.
    public func health(for caller: Caller) async throws(ServiceError) -> ServerHealth {
        try requireAll(of: caller)
        return try await ServiceError.doing {
            let totals = try await records.recordingTotals()
            return ServerHealth(
                database: try await archive.look(), databaseBytes: try await archive.databaseBytes(),
                recordings: totals.count, recordingBytes: totals.bytes,
                isEncrypted: archive.vault.isEncrypted, freeBytes: archive.freeBytes,
                jobs: try await records.jobCounts())
        }
    }

    /// Looks at all that is kept, as `viva database check` does; it reads every recording.
    ///
    /// - Throws: `ServiceError`.
    public func check(by caller: Caller) async throws(ServiceError) -> ArchiveCheck {
        try requireAll(of: caller)
        return try await ServiceError.doing { try await archive.check() }
    }

    /// Removes what crashes have left and overwrites what was deleted, as `viva database tidy` does.
    ///
    /// - Throws: `ServiceError`.
    public func tidy(by caller: Caller) async throws(ServiceError) -> Archive.Tidying {
        try requireAll(of: caller)
        let tidying = try await ServiceError.doing {
            let tidying = try await archive.tidy()
            try await archive.scrub()
            return tidying
        }
        try await log("server.tidy", .interview, organization: nil, by: caller)
        return tidying
    }
}
