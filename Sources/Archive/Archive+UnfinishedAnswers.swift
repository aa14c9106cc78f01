import FoundationEssentials
import Interview
import Records
import Storage

extension Archive {
    /// The ids of interviews that wait for an answer of which there is a recording: one that is being made, one that was cut short when
    /// a program ended, or a whole one that the program could not note any more.
    ///
    /// - Parameter seconds: for how long nothing may have been written to it.
    /// - Throws: `ArchiveError`.
    public func unfinishedAnswers(
        unchangedForSeconds seconds: Double = 0
    ) async throws(ArchiveError) -> [String] {
        do {
            var ids: [String] = []
            for name in try workNames() {
                guard let id = WorkName.id(of: name),
                    try await hasUnfinishedAnswer(id, unchangedForSeconds: seconds)
                else { continue }
                ids.append(id)
            }
            return ids
        } catch {
            throw ArchiveError(error)
        }
    }

    /// Whether an interview waits for an answer of which there is a recording.
    func hasUnfinishedAnswer(_ id: String, unchangedForSeconds seconds: Double = 0) async throws -> Bool {
        let folder = workFolder(of: id)
        // Most folders hold nothing at all, and need no look at the interview.
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder + "/answers"),
            !names.isEmpty, case .kept(let kept) = try await state(of: id),
            let recording = kept.interview.awaitedRecording
        else { return false }
        let file = "\(folder)/\(recording)"
        for place in [file, WorkFolder.unfinished(file)] where FileManager.default.fileExists(atPath: place) {
            let changed =
                (try? FileManager.default.attributesOfItem(atPath: place))?[.modificationDate] as? Date
            return Date().timeIntervalSince(changed ?? .distantPast) >= seconds
        }
        return false
    }
}
