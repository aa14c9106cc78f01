internal import Files
import FoundationEssentials

/// The folder in which the files of one interview are made while somebody works on it.
///
/// ```
/// 7f3a.../
///   questions/01.wav    the questions as they were spoken
///   answers/01-1.wav    the answers: question 1, take 1
/// ```
/// A lock keeps a second program out meanwhile.
public struct WorkFolder: ~Copyable, Sendable {
    /// The folder.
    public let path: String
    private let lock: FileLock

    /// The folder of an interview; it is made when it is not there.
    ///
    /// - Throws: `StorageError.writeFailed` when it cannot be made, `sessionInUse` when another program has it.
    public init(_ path: String) throws(StorageError) {
        do {
            for folder in [path, path + "/questions", path + "/answers"] {
                // What somebody says in practice is nobody else's business.
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            }
        } catch {
            throw .writeFailed(path: path, reason: StorageError.reason(error))
        }
        let file = path + "/.lock"
        do throws(FileLockError) { lock = try FileLock(path: file) } catch {
            throw switch error {
            case .held: .sessionInUse(path: path)
            case .failed(let code): .writeFailed(path: file, reason: StorageError.reason(code))
            }
        }
        self.path = path
    }

    /// The name of a question's audio inside the folder.
    public static func questionRecording(_ number: Int) -> String { "questions/\(twoDigits(number)).wav" }

    /// The name of a take's audio inside the folder.
    public static func answerRecording(question: Int, take: Int) -> String {
        "answers/\(twoDigits(question))-\(take).wav"
    }

    /// The full path of a file of the folder.
    public borrowing func file(_ name: String) -> String { path + "/" + name }

    /// Whether the folder has a file.
    public borrowing func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

    /// The name under which an answer's audio is copied into the folder, until it is whole. It is unlike the name of an
    /// answer that is being recorded, because half a copy is worth nothing and half a recording is.
    public static func copyInProgress(of recording: String) -> String {
        recording.replacing("answers/", with: "answers/\(copyPrefix)", maxReplacements: 1)
    }

    private static let copyPrefix = ".copy-"

    /// The name of a recording while it is made, or after it was cut short.
    package static func unfinished(_ recording: String) -> String { recording + ".part" }

    /// Gives a file of the folder that is whole and on the disk the name under which it counts.
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
        do {
            for name in try FileManager.default.contentsOfDirectory(atPath: answers)
            where name.hasPrefix(Self.copyPrefix) {
                try FileManager.default.removeItem(atPath: answers + "/" + name)
            }
        } catch {
            throw .writeFailed(path: answers, reason: StorageError.reason(error))
        }
    }

    /// Copies a file into the folder, where it is whole and on the disk afterwards.
    ///
    /// - Throws: `StorageError.readFailed`, also for what is no file, such as a link; `writeFailed`.
    public borrowing func take(_ source: String, as name: String) throws(StorageError) {
        let output: DurableOutput
        do { output = try DurableOutput(in: path, name: "copy") } catch {
            throw .writeFailed(path: file(name), reason: StorageError.reason(error))
        }
        try output.append(contentsOf: source)
        do { try output.settle(at: file(name)) } catch {
            throw .writeFailed(path: file(name), reason: StorageError.reason(error))
        }
    }

    /// What stands in the names of recordings of which nothing could be made, and which are out of the way.
    package static let asideMark = ".damaged"

    /// The paths of recordings of which nothing could be made: they are nowhere else.
    public borrowing func setAside() -> [String] {
        let answers = path + "/answers"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: answers)) ?? []
        return names.filter { $0.contains(Self.asideMark) }.sorted().map { "\(answers)/\($0)" }
    }

    /// The names of recordings of answers, whole or not, besides some that are kept elsewhere and what was set aside.
    public borrowing func answers(besides kept: some Collection<String>) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/answers")) ?? []
        let known = Set(kept)
        return names.filter { !$0.hasPrefix(".") && !$0.contains(Self.asideMark) }
            .map { "answers/\($0)" }.filter { !known.contains($0) }.sorted()
    }

    /// Removes all that is kept elsewhere by now: the folder, or what is in it beside recordings that are nowhere else.
    ///
    /// - Throws: `StorageError.writeFailed`.
    public consuming func empty() throws(StorageError) {
        let aside = setAside()
        guard !aside.isEmpty else { return try remove() }
        for folder in [path + "/questions", path + "/answers"] {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            for place in names.map({ "\(folder)/\($0)" }) where !aside.contains(place) {
                do { try FileManager.default.removeItem(atPath: place) } catch {
                    throw .writeFailed(path: place, reason: StorageError.reason(error))
                }
            }
        }
    }

    /// Removes the folder with all that is in it, which must be kept elsewhere by now.
    ///
    /// - Throws: `StorageError.writeFailed`.
    public consuming func remove() throws(StorageError) {
        do { try FileManager.default.removeItem(atPath: path) } catch {
            throw .writeFailed(path: path, reason: StorageError.reason(error))
        }
    }

    /// Lets go of a folder in which nothing was made, and removes it. One that holds something stays.
    public consuming func removeIfEmpty() {
        let manager = FileManager.default
        let inside = (try? manager.subpathsOfDirectory(atPath: path)) ?? [""]
        guard inside.allSatisfy({ [".lock", "questions", "answers"].contains($0) }) else { return }
        // What cannot be removed now is removed when the archive is tidied; nothing depends on it.
        try? manager.removeItem(atPath: path)
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
