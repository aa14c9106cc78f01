import Archive
import Records

extension VivaService {
    /// Gives up the interviews that were begun and left alone for longer than they allow.
    ///
    /// - Returns: the numbers of those that were given up.
    /// - Throws: `ServiceError.failed`; what was given up before that stays given up.
    @discardableResult
    public func giveUpTimedOut() async throws(ServiceError) -> [Int64] {
        try await attempt { try await archive.records.markAbandoned(at: tools.now).map(\.number) }
    }
}
