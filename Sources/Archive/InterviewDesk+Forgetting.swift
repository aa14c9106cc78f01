import FoundationEssentials
import Interview
import Records

/// The sound of answers that is not kept once they are judged.
extension InterviewDesk {
    /// Keeps a change with which the sound of answers is not kept any more, and removes that from the vault, where nothing else names
    /// it. What a crash interrupts, `Archive.tidy` brings to its end.
    static func keep(
        _ interview: Interview, after earlier: KeptInterview, forgetting forgotten: [KeptRecording],
        in archive: Archive, adding add: () throws -> [KeptRecording]
    ) async throws -> KeptInterview {
        let addresses = Set(forgotten.map(\.address))
        try archive.requireReachable(addresses)
        let lock = try await archive.namingLock(isShared: false)
        let note = RemovalNote(ids: [], addresses: addresses, in: archive)
        try note.write()
        let kept: KeptInterview
        do {
            kept = try await archive.records.keep(
                interview, after: earlier, recordings: add(), forgetting: forgotten.map(\.name))
        } catch {
            note.remove()
            throw error
        }
        // What cannot be removed now is removed when the archive is tidied: the note stays for that.
        if (try? await archive.removeUnnamed(addresses)) != nil { note.remove() }
        _ = consume lock
        return kept
    }

    /// Removes from the folder of work what is not kept any more.
    static func removeForgotten(of interview: Interview, in path: String) {
        for name in interview.forgottenRecordings {
            for file in [name, name + ".part"] {
                try? FileManager.default.removeItem(atPath: "\(path)/\(file)")
            }
        }
    }
}
