import FoundationEssentials
import Interview
import Recordings
import Records
import SQL
public import Storage

/// Takes the interviews of session folders into an archive, each once. The folders stay as they are.
public struct SessionImport: Sendable {
    /// What became of one folder.
    public enum Outcome: Sendable {
        /// Its interview is kept under this number.
        case taken(name: String, number: Int64)
        /// It could not be taken; it is tried again the next time.
        case failed(name: String, reason: String)
    }

    private let archive: Archive

    /// An import into an archive.
    public init(into archive: Archive) { self.archive = archive }

    /// Takes in the folders of a library that were not taken before, oldest first.
    ///
    /// - Throws: `ArchiveError` when the library cannot be listed or the database does not answer; a folder that cannot be read is an
    ///   outcome.
    public func run(_ library: SessionLibrary) async throws(ArchiveError) -> [Outcome] {
        do {
            let taken = try await archive.records.importedFolders()
            var outcomes: [Outcome] = []
            for entry in try library.entries(leavingOut: taken).reversed() {
                do {
                    if let number = try await take(entry) {
                        outcomes.append(.taken(name: entry.name, number: number))
                    }
                } catch let error as StorageError {
                    outcomes.append(.failed(name: entry.name, reason: "\(error)"))
                } catch let error as RecordingError {
                    outcomes.append(.failed(name: entry.name, reason: "\(error)"))
                } catch let error as RecordsError {
                    guard error.isOfTheRecord else { throw error }
                    outcomes.append(.failed(name: entry.name, reason: "\(error)"))
                }
            }
            return outcomes
        } catch {
            throw ArchiveError(error)
        }
    }

    /// The number of the interview; `nil` when it is kept already.
    private func take(_ entry: SessionLibrary.Entry) async throws -> Int64? {
        // The numbers of another machine's people would name others here.
        let interview = try entry.interview.get().withoutRecordNumbers
        let lock = try await archive.namingLock(isShared: true)
        var recordings: [KeptRecording] = []
        for name in interview.recordings {
            let file = entry.path + "/" + name
            guard FileManager.default.fileExists(atPath: file) else { continue }
            let added = try archive.vault.add(file: file)
            recordings.append(
                KeptRecording(name: name, address: added.id.hexadecimal, bytes: added.sizeBytes))
        }
        // An answer that was being recorded when its program ended is found by `--resume` in the folder of work.
        let work = try bringLeftovers(of: entry, interview)
        let number = try await archive.records.keep(
            interview, recordings: recordings, fromFolder: entry.name)?.number
        _ = consume work
        _ = consume lock
        return number
    }

    /// The folder of work that they were brought to, which is nobody else's until the interview is kept; `nil` without any.
    private func bringLeftovers(of entry: SessionLibrary.Entry, _ interview: Interview) throws -> WorkFolder?
    {
        let answers = entry.path + "/answers"
        guard !interview.state.isOver, FileManager.default.fileExists(atPath: answers) else {
            return nil
        }
        let named = Set(interview.recordings)
        let leftovers = try FileManager.default.contentsOfDirectory(atPath: answers).filter { name in
            !name.hasPrefix(".") && !named.contains("answers/\(name)")
        }
        guard !leftovers.isEmpty else { return nil }
        let folder = try WorkFolder(archive.workFolder(of: interview.id))
        for name in leftovers {
            let place = folder.file("answers/\(name)")
            if !FileManager.default.fileExists(atPath: place) {
                try FileManager.default.copyItem(atPath: "\(answers)/\(name)", toPath: place)
            }
        }
        return folder
    }
}

extension RecordsError {
    /// Whether what was given cannot be kept, while the database keeps others.
    fileprivate var isOfTheRecord: Bool {
        switch self {
        case .invalid, .database(.ruleBroken), .database(.failed): true
        default: false
        }
    }
}
