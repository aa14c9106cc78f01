import Archive

extension VivaService {
    /// Gives up the interviews that were begun and left alone for longer than they allow; one that somebody works on is left to them.
    ///
    /// - Returns: the numbers of those that were given up.
    /// - Throws: `ServiceError.failed`; what was given up before that stays given up.
    @discardableResult
    public func giveUpTimedOut() async throws(ServiceError) -> [Int64] {
        try await attempt { try await archive.giveUpTimedOut(at: tools.now) }
    }
}
