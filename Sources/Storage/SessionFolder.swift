internal import Files
import FoundationEssentials
public import Interview

/// One interview on disk.
///
/// ```
/// 2026-11-21-091502-7f3a/
///   session.json        the interview: plan, questions, takes, judgements
///   questions/01.wav    the questions as they were spoken
///   answers/01-1.wav    the answers: question 1, take 1
/// ```
/// `session.json` is replaced as a whole after each event, so it is never half-written. A lock keeps a second
/// program out while one is working on the session.
public struct SessionFolder: ~Copyable, Sendable {
    /// The folder.
    public let path: String
    private let lock: FileLock

    /// Makes the folder of a new interview.
    ///
    /// - Throws: `StorageError.writeFailed` when it cannot be made, `sessionInUse` when it is taken.
    public init(creating path: String) throws(StorageError) {
        do {
            for folder in [path, path + "/questions", path + "/answers"] {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
                // What somebody says in practice is nobody else's business.
                try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
            }
        } catch {
            throw .writeFailed(path: path, reason: StorageError.reason(error))
        }
        try self.init(locking: path)
    }

    /// Opens the folder of an interview that was begun.
    ///
    /// - Throws: `StorageError.readFailed` when there is none, `sessionInUse` when another program has it.
    public init(opening path: String) throws(StorageError) {
        guard FileManager.default.fileExists(atPath: path + "/session.json") else {
            throw .readFailed(path: path + "/session.json", reason: "there is no such file")
        }
        try self.init(locking: path)
    }

    private init(locking path: String) throws(StorageError) {
        let file = path + "/.lock"
        do throws(FileLockError) { lock = try FileLock(path: file) } catch {
            throw switch error {
            case .held: .sessionInUse(path: path)
            case .failed(let code): .writeFailed(path: file, reason: StorageError.reason(code))
            }
        }
        self.path = path
    }

    /// The interview as it was last saved.
    ///
    /// - Throws: `StorageError` when `session.json` cannot be read or is damaged.
    public borrowing func load() throws(StorageError) -> Interview { try Self.read(path) }

    /// Saves the interview in the place of what was there.
    ///
    /// - Throws: `StorageError.writeFailed`; the earlier state is then still on disk.
    public borrowing func save(_ interview: Interview) throws(StorageError) {
        let data: Data
        do { data = try SessionCoding.encoder.encode(SavedSession(interview)) } catch {
            throw .writeFailed(path: path + "/session.json", reason: StorageError.reason(error))
        }
        try DurableFile.write(data, to: path + "/session.json")
    }

    /// The name of a question's audio inside the folder.
    public static func questionRecording(_ number: Int) -> String { "questions/\(twoDigits(number)).wav" }

    /// The name of a take's audio inside the folder.
    public static func answerRecording(question: Int, take: Int) -> String {
        "answers/\(twoDigits(question))-\(take).wav"
    }

    /// The full path of a file of the session.
    public borrowing func file(_ name: String) -> String { path + "/" + name }

    static func read(_ path: String) throws(StorageError) -> Interview {
        let file = path + "/session.json"
        let data: Data
        do { data = try Data(contentsOf: URL(filePath: file)) } catch {
            throw .readFailed(path: file, reason: StorageError.reason(error))
        }
        let saved: SavedSession
        do {
            let format = try SessionCoding.decoder.decode(SavedSession.Format.self, from: data)
            guard format.version ?? 1 <= SavedSession.currentVersion else {
                throw StorageError.readFailed(
                    path: file, reason: "a later viva wrote it, which this one cannot read: update viva")
            }
            saved = try SessionCoding.decoder.decode(SavedSession.self, from: data)
        } catch let error as StorageError {
            throw error
        } catch {
            throw damaged(path, reason: StorageError.reason(error))
        }
        if let problem = saved.problem { throw damaged(path, reason: problem) }
        return saved.interview
    }

    private static func damaged(_ path: String, reason: String) -> StorageError {
        .damaged(
            path: path + "/session.json",
            reason: "\(reason). Begin a new session; the answers are still there as WAV files in "
                + "\(path)/answers")
    }

    /// The name under which an answer's audio is copied into the folder, until it is whole. It is unlike the name of an
    /// answer that is being recorded, because half a copy is worth nothing and half a recording is.
    public static func copyInProgress(of recording: String) -> String {
        recording.replacing("answers/", with: "answers/\(copyPrefix)", maxReplacements: 1)
    }

    private static let copyPrefix = ".copy-"

    /// Gives a file of the session that is whole and on the disk the name under which it counts.
    ///
    /// - Throws: `StorageError.writeFailed`.
    public borrowing func settle(_ name: String, as final: String) throws(StorageError) {
        try DurableFile.rename(file(name), to: file(final))
    }

    /// Throws away copies of answers that were never completed.
    ///
    /// - Throws: `StorageError` when the folder cannot be listed or a copy not be removed.
    public borrowing func removeUnfinishedCopies() throws(StorageError) {
        let answers = path + "/answers"
        guard FileManager.default.fileExists(atPath: answers) else { return }
        do {
            for name in try FileManager.default.contentsOfDirectory(atPath: answers)
            where name.hasPrefix(Self.copyPrefix) {
                try FileManager.default.removeItem(atPath: answers + "/" + name)
            }
        } catch {
            throw .writeFailed(path: answers, reason: StorageError.reason(error))
        }
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
