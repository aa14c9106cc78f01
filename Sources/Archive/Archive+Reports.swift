public import FoundationEssentials
import Interview
public import Records

extension Archive {
    /// Keeps a report of an interview with its file.
    ///
    /// - Parameter content: the bytes of the file.
    /// - Throws: `ArchiveError`; nothing is kept then.
    public func keepReport(
        of interview: RecordName, content: [UInt8], at date: Date = Date()
    ) async throws(ArchiveError) -> KeptReport {
        do {
            return try await add(content) {
                try await records.addReport(of: interview, file: $0, at: date)
            }
        } catch {
            throw ArchiveError(error)
        }
    }
}
