import Recordings
public import Records
import Storage

extension Archive {
    /// What was deleted with an interview.
    public struct Deletion: Sendable, Hashable, Codable {
        /// The interview's number.
        public var number: Int64
        /// How many recordings were removed, those that something else names left out.
        public var recordings: Int
        /// Their content in bytes.
        public var bytes: Int
    }

    /// Deletes an interview with its questions, answers, conversation and reports, the recordings that nothing else names, and the
    /// folder in which it was worked on.
    ///
    /// - Throws: `ArchiveError.records` with `notFound`; `storage` with `sessionInUse` while somebody works on the interview;
    ///   `recordings` with `noKey` when they are encrypted and no key was given. Nothing is deleted then.
    @discardableResult
    public func delete(_ name: RecordName) async throws(ArchiveError) -> Deletion {
        do {
            let (number, id) = try await records.identity(ofInterview: name)
            let folder = try WorkFolder(workFolder(of: id))
            // Without the key no recording is found: that is to be told while the interview is there.
            for recording in try await records.recordings(of: number).values {
                if let id = RecordingID(recording.address) { _ = try vault.contains(id) }
            }
            var deletion = Deletion(number: number, recordings: 0, bytes: 0)
            for address in try await records.deleteInterview(.number(number)) {
                guard let id = RecordingID(address), try vault.contains(id) else { continue }
                // What is damaged goes as well.
                let bytes = (try? vault.sizeBytes(of: id)) ?? 0
                try vault.remove(id)
                deletion.recordings += 1
                deletion.bytes += bytes
            }
            try folder.remove()
            return deletion
        } catch {
            throw ArchiveError(error)
        }
    }
}
