import Records

extension Records {
    /// Whether there is an interview of a number.
    func isThere(_ number: Int64) async throws(RecordsError) -> Bool {
        do throws(RecordsError) {
            _ = try await interview(.number(number))
            return true
        } catch {
            guard case .notFound = error else { throw error }
            return false
        }
    }
}
