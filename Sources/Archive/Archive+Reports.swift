public import FoundationEssentials
import Interview
public import Records

extension Archive {
    /// Keeps the report of an interview with its file, in the place of the one before where nothing was decided on that.
    ///
    /// - Parameter content: the bytes of the file.
    /// - Throws: `ArchiveError`; nothing is kept then.
    public func keepReport(
        of interview: RecordName, content: [UInt8], at date: Date = Date()
    ) async throws(ArchiveError) -> KeptReport {
        do {
            let (report, unnamed) = try await add(content) {
                try await records.keepReport(of: interview, file: $0, at: date)
            }
            // Where that is broken off, the check of the database finds the file before.
            if !unnamed.isEmpty {
                let removing = try await namingLock(isShared: false)
                _ = try await removeUnnamed(Set(unnamed))
                _ = consume removing
            }
            return report
        } catch {
            throw ArchiveError(error)
        }
    }

    /// Deletes a report with its file.
    ///
    /// - Throws: `ArchiveError.records` with `notFound`; `recordings` with `noKey`. Nothing is deleted then.
    public func deleteReport(_ name: RecordName) async throws(ArchiveError) {
        do {
            let address = try await records.report(name).file
            try await remove(files: { Set([address].compactMap(\.self)) }) {
                try await records.deleteReport(name)
            }
        } catch {
            throw ArchiveError(error)
        }
    }
}
