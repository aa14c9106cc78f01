import FoundationEssentials
public import Interview
import Recordings
public import Records
import Storage

/// An interview that somebody is working on: its rows, its recordings, and the folder in which the next recording is made. One
/// program at a time has it.
///
/// What an interview names is kept before it is named: a recording is whole, in the vault and on the disk, and only then is
/// the row committed that names it.
public actor InterviewDesk {
    /// The folder in which its files are made.
    public nonisolated let path: String
    /// The interview's number.
    public nonisolated let number: Int64
    private let archive: Archive
    private var folder: WorkFolder?
    private var kept: KeptInterview
    /// The recordings that are in the vault.
    private var stored: [String: KeptRecording]

    private init(
        archive: Archive, folder: consuming WorkFolder, kept: KeptInterview, stored: [String: KeptRecording]
    ) {
        self.archive = archive
        path = folder.path
        number = kept.number
        self.folder = consume folder
        self.kept = kept
        self.stored = stored
    }

    /// Keeps a new interview, to be worked on.
    ///
    /// - Throws: `ArchiveError`; `recordings` with `noKey` when recordings are encrypted and no key was given. Nothing is kept then.
    public static func begin(
        _ interview: Interview, in archive: Archive
    ) async throws(ArchiveError) -> InterviewDesk {
        do {
            // An interview that could keep no recording would stand there with nothing in it.
            try archive.vault.requireKey()
            let folder = try WorkFolder(archive.workFolder(of: interview.id))
            let kept = try await archive.records.keep(interview)
            return InterviewDesk(archive: archive, folder: folder, kept: kept, stored: [:])
        } catch {
            throw ArchiveError(error)
        }
    }

    /// Takes up an interview that is kept.
    ///
    /// - Throws: `ArchiveError`, also when another program is working on it; `recordings` with `noKey` when it goes on, its recordings
    ///   are encrypted and no key was given.
    public static func open(_ name: RecordName, in archive: Archive) async throws(ArchiveError)
        -> InterviewDesk
    {
        do {
            let interview = try await archive.records.interview(name).interview
            // One that is over has its recordings already.
            if !interview.state.isOver { try archive.vault.requireKey() }
            let folder = try WorkFolder(archive.workFolder(of: interview.id))
            // Read again behind the lock: another program may have had it until now.
            let kept = try await archive.records.interview(name)
            let stored = try await archive.records.recordings(of: kept.number)
            return InterviewDesk(archive: archive, folder: folder, kept: kept, stored: stored)
        } catch {
            throw ArchiveError(error)
        }
    }

    /// The interview as it was last kept.
    public var interview: Interview { kept.interview }

    /// Keeps what has become of the interview; the recordings that it names first.
    ///
    /// - Throws: `ArchiveError`; what was kept before stands then, and nothing new is in the vault.
    public func keep(_ interview: Interview) async throws(ArchiveError) {
        do {
            // Another step may be kept while this one waits: it then stands, and this one is refused.
            let earlier = kept
            let forgotten = interview.forgottenRecordings.compactMap { stored[$0] }
            let new = interview.recordings.filter { name in
                // An interview out of a folder may name what was deleted there.
                stored[name] == nil && FileManager.default.fileExists(atPath: path + "/" + name)
            }
            var added: [KeptRecording] = []
            func add() throws -> [KeptRecording] {
                for name in new { added.append(try store(name)) }
                return added
            }
            do {
                if forgotten.isEmpty {
                    // Nobody removes one of them as nameless before the row is there that names it.
                    let lock = new.isEmpty ? nil : try await archive.namingLock(isShared: true)
                    kept = try await archive.records.keep(interview, after: earlier, recordings: add())
                    _ = consume lock
                } else {
                    kept = try await Self.keep(
                        interview, after: earlier, forgetting: forgotten, in: archive, adding: add)
                }
            } catch {
                await remove(nameless: added)
                throw error
            }
            for recording in forgotten { stored[recording.name] = nil }
            for recording in added { stored[recording.name] = recording }
            removeReadable()
        } catch {
            throw ArchiveError(error)
        }
    }

    /// Puts a file of the folder into the vault.
    private func store(_ name: String) throws(RecordingError) -> KeptRecording {
        let recording = try archive.vault.add(file: path + "/" + name)
        return KeptRecording(name: name, address: recording.id.hexadecimal, bytes: recording.sizeBytes)
    }

    /// Takes out of the vault again what no row names; the recordings stay in the folder.
    private func remove(nameless added: [KeptRecording]) async {
        guard !added.isEmpty else { return }
        do {
            let lock = try await archive.namingLock(isShared: false)
            _ = try await archive.removeUnnamed(Set(added.map(\.address)))
            _ = consume lock
        } catch {
            // What cannot be removed now stays in the vault and costs room alone: the first failure is the one to tell.
        }
    }

    /// The path of a recording that the interview names; it is brought out of the vault when it is not there.
    ///
    /// - Throws: `ArchiveError`.
    public func file(_ name: String) throws(ArchiveError) -> String {
        let file = path + "/" + name
        guard !FileManager.default.fileExists(atPath: file), let recording = stored[name],
            let id = RecordingID(recording.address)
        else { return file }
        do { try archive.vault.copy(id, to: file) } catch { throw ArchiveError(error) }
        return file
    }

    /// Throws away copies of answers that were never completed.
    ///
    /// - Throws: `ArchiveError.storage`.
    public func removeUnfinishedCopies() throws(ArchiveError) {
        do throws(StorageError) { try folder?.removeUnfinishedCopies() } catch { throw .storage(error) }
    }

    /// Gives a file of the folder that is whole and on the disk the name under which it counts.
    ///
    /// - Throws: `ArchiveError.storage`.
    public func settle(_ name: String, as final: String) throws(ArchiveError) {
        do throws(StorageError) { try folder?.settle(name, as: final) } catch { throw .storage(error) }
    }

    /// The paths of recordings of which nothing could be made; they stay when the interview is over.
    public var setAside: [String] { folder?.setAside() ?? [] }

    /// Where recordings are encrypted, none that was heard stays readable beside the vault; and nowhere what is not kept any more.
    private func removeReadable() {
        Self.removeForgotten(of: kept.interview, in: path)
        guard archive.vault.isEncrypted, kept.interview.phase != .analysing else { return }
        for name in stored.keys { try? FileManager.default.removeItem(atPath: path + "/" + name) }
    }

    /// Lets go of the interview. When it is over, the folder goes, but for what was set aside: all else that it has is in the vault. One with
    /// a recording that no answer names, such as of one that was given up while an answer was being recorded, stays.
    public func close() {
        guard let folder = folder.take() else { return }
        removeReadable()
        guard kept.interview.state.isOver else { return }
        for name in kept.interview.recordings where stored[name] == nil {
            // An interview out of a folder may name what was not there.
            if folder.has(name) { return }
        }
        guard folder.answers(besides: stored.keys).isEmpty else { return }
        // What cannot be removed now is removed when the archive is tidied; nothing depends on it.
        try? folder.empty()
    }
}
