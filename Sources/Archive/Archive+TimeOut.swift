public import FoundationEssentials
import Records
import Storage

extension Archive {
    /// Gives up the interviews that were begun and left alone for longer than they allow.
    ///
    /// One that somebody works on just now, be it that they have been speaking for long, is left to them; and one with an answer that broke
    /// off is given up when that was taken in, and nobody went on since.
    ///
    /// - Returns: the numbers of those that were given up.
    /// - Throws: `ArchiveError`; what was given up before that stays given up.
    @discardableResult
    public func giveUpTimedOut(at date: Date = Date()) async throws(ArchiveError) -> [Int64] {
        do {
            var given: [Int64] = []
            for number in try await records.timedOut(at: date) {
                given += try await giveUp(number, at: date)
            }
            return given
        } catch {
            throw ArchiveError(error)
        }
    }

    private func giveUp(_ number: Int64, at date: Date) async throws -> [Int64] {
        do {
            return try await undisturbed([.number(number)]) {
                let id = try await records.identity(ofInterview: .number(number)).id
                guard try await !hasUnfinishedAnswer(id) else { return [] }
                return try await records.markAbandoned(among: [number], at: date).map(\.number)
            }
        } catch ArchiveError.storage(.sessionInUse) {
            return []
        } catch RecordsError.notFound {
            return []
        }
    }
}
