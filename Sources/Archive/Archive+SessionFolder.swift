import FoundationEssentials
import Interview
import Recordings
public import Records
import Storage

#if canImport(Glibc)
    import Glibc
#endif

extension Archive {
    /// Writes an interview into a session folder, its recordings decrypted beside it. The folder appears as a whole.
    ///
    /// - Parameter folder: a path at which nothing is, or an empty folder.
    /// - Throws: `ArchiveError`, also when there is something; nothing is left then.
    public func writeFolder(of name: RecordName, to folder: String) async throws(ArchiveError)
        -> ExportedInterview
    {
        do {
            let kept = try await records.interview(name)
            let stored = try await records.recordings(of: kept.number)
            let place = URL(filePath: folder).standardizedFileURL
            if let there = try? FileManager.default.contentsOfDirectory(atPath: place.path), !there.isEmpty {
                throw StorageError.taken(path: folder)
            }
            try Self.makeFolder(place.deletingLastPathComponent().path)
            let partial = DurableOutput.partialPath(
                in: place.deletingLastPathComponent().path, name: place.lastPathComponent)
            defer { try? FileManager.default.removeItem(atPath: partial) }
            // The names are checked by this before a recording is written under one.
            try SessionFolder.write(kept.interview, to: partial)
            var (written, missing): ([String], [String]) = ([], [])
            for name in kept.interview.recordings {
                guard let recording = stored[name], let id = RecordingID(recording.address),
                    try vault.contains(id)
                else {
                    missing.append(name)
                    continue
                }
                try Self.makeFolder(URL(filePath: partial + "/" + name).deletingLastPathComponent().path)
                try vault.copy(id, to: partial + "/" + name)
                written.append(name)
            }
            guard rename(partial, place.path) == 0 else {
                throw StorageError.writeFailed(path: folder, reason: String(cString: strerror(errno)))
            }
            return ExportedInterview(
                number: kept.number, folder: place.path, recordings: written, missing: missing)
        } catch {
            throw ArchiveError(error)
        }
    }
}
