import Archive
import Records
import SQL

extension Archive {
    /// Overwrites what was deleted in the database file, and says so where others are in the way.
    ///
    /// - Returns: Whether it is overwritten.
    @discardableResult
    func scrub(telling common: CommonOptions) async throws -> Bool {
        do { try await scrub() } catch {
            guard case .records(.database(.busy)) = error else { throw error }
            common.note(
                "viva: Other programs are reading the database, so what was deleted may stand in its file a while longer: "
                    + "`\(viva("database tidy"))` overwrites it later.")
            return false
        }
        return true
    }
}
