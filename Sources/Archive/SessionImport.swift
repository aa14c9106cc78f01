public import FoundationEssentials
import Interview
import Recordings
import Records
import SQL
public import Storage

/// Takes the interviews of session folders into an archive, each once. The folders stay as they are.
public struct SessionImport: Sendable {
    /// What became of one folder.
    public enum Outcome: Sendable {
        /// Its interview is kept under this number, without the recordings that are missing or cut short in the folder.
        case taken(name: String, number: Int64, incomplete: [String])
        /// It could not be taken; it is tried again the next time.
        case failed(name: String, reason: String)
    }

    /// For how long, in seconds, nothing may have changed in a folder that lacks something: until then it may be on its way here.
    static let settledSeconds = 60.0

    private let archive: Archive

    /// An import into an archive.
    public init(into archive: Archive) { self.archive = archive }

    /// Takes in the folders of a library that were not taken before, oldest first. One that lacks recordings is taken when nothing
    /// in it has changed for a minute: it may still be being copied.
    ///
    /// - Parameter date: the time now.
    /// - Throws: `ArchiveError` when the library cannot be listed or the database does not answer; a folder that cannot be read is an
    ///   outcome.
    public func run(
        _ library: SessionLibrary, at date: Date = Date()
    ) async throws(ArchiveError) -> [Outcome] {
        do {
            let taken = try await archive.records.importedFolders()
            var outcomes: [Outcome] = []
            for entry in try library.entries(leavingOut: taken).reversed() {
                do {
                    if let (number, incomplete) = try await take(entry, at: date) {
                        outcomes.append(.taken(name: entry.name, number: number, incomplete: incomplete))
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

    /// The number of the interview, and the recordings that were not whole; `nil` when it is kept already.
    private func take(
        _ entry: SessionLibrary.Entry, at date: Date
    ) async throws -> (number: Int64, incomplete: [String])? {
        // The numbers of another machine's people would name others here.
        let interview = try entry.interview.get().withoutRecordNumbers
        let leftovers = try leftovers(of: entry, interview)
        // Of one that was being recorded, nobody knows how long it was to be.
        let incomplete = (interview.recordings + leftovers.filter { $0.hasSuffix(".wav") })
            .filter { !SessionRecording.isWhole("\(entry.path)/\($0)") }
        if let first = incomplete.first,
            date.timeIntervalSince(archive.lastChange(in: entry.path)) < Self.settledSeconds
        {
            throw StorageError.readFailed(
                path: "\(entry.path)/\(first)",
                reason:
                    "it is missing or cut short, as while a folder is copied. It is taken when all is there, or as it is when "
                    + "nothing in the folder has changed for a minute")
        }
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
        let work = try bring(leftovers, of: entry, interview)
        let number = try await archive.records.keep(
            interview, recordings: recordings, fromFolder: entry.name)?.number
        _ = consume work
        _ = consume lock
        return number.map { ($0, incomplete) }
    }

    /// Answers in a folder that its interview does not name, by their names there: what was recorded when its program ended.
    private func leftovers(of entry: SessionLibrary.Entry, _ interview: Interview) throws -> [String] {
        let answers = entry.path + "/answers"
        guard !interview.state.isOver, FileManager.default.fileExists(atPath: answers) else { return [] }
        let named = Set(interview.recordings)
        do {
            return try FileManager.default.contentsOfDirectory(atPath: answers)
                .filter { !$0.hasPrefix(".") && SessionRecording.isFile("\(answers)/\($0)") }
                .map { "answers/\($0)" }.filter { !named.contains($0) }
        } catch {
            throw StorageError.readFailed(path: answers, reason: StorageError.systemReason(error))
        }
    }

    /// The folder of work that they were brought to, which is nobody else's until the interview is kept; `nil` without any.
    private func bring(
        _ leftovers: [String], of entry: SessionLibrary.Entry, _ interview: Interview
    ) throws -> WorkFolder? {
        guard !leftovers.isEmpty else { return nil }
        let folder = try WorkFolder(archive.workFolder(of: interview.id))
        for name in leftovers where !folder.has(name) { try folder.take("\(entry.path)/\(name)", as: name) }
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
