import FoundationEssentials
public import Interview

/// One interview as a folder: how interviews were kept before there was a database, and how one is given away.
///
/// ```
/// 2026-11-21-091502-7f3a/
///   session.json        the interview: plan, questions, takes, judgements
///   questions/01.wav    the questions as they were spoken
///   answers/01-1.wav    the answers: question 1, take 1
/// ```
public enum SessionFolder {
    /// The interview in a folder.
    ///
    /// - Throws: `StorageError` when `session.json` cannot be read or is damaged.
    public static func read(_ path: String) throws(StorageError) -> Interview {
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

    /// Writes an interview into a folder, which is made when it is not there; its recordings are for the caller to put beside it.
    ///
    /// - Throws: `StorageError.writeFailed`, also for an interview that `read` would refuse; an earlier `session.json` is then
    ///   still there.
    public static func write(_ interview: Interview, to path: String) throws(StorageError) {
        let saved = SavedSession(interview)
        if let problem = saved.problem { throw .writeFailed(path: path + "/session.json", reason: problem) }
        do {
            for folder in [path, path + "/questions", path + "/answers"] {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            }
        } catch {
            throw .writeFailed(path: path + "/session.json", reason: StorageError.reason(error))
        }
        try DurableFile.write(Data(document(of: interview).utf8), to: path + "/session.json")
    }

    /// The text of a `session.json`.
    ///
    /// - Throws: `StorageError.writeFailed` when a number in the interview is none that JSON has.
    public static func document(of interview: Interview) throws(StorageError) -> String {
        do {
            return String(
                decoding: try SessionCoding.encoder.encode(SavedSession(interview)), as: UTF8.self)
        } catch {
            throw .writeFailed(path: "session.json", reason: StorageError.reason(error))
        }
    }
}
