internal import Files
import FoundationEssentials

/// Where things are kept on this machine.
enum Places {
    /// The folder with `questions`, `interviews`, `templates`, `resources`, `seed` and `samples`: `VIVA_DATA`, else beside the installed
    /// command, else in the source tree that the command was built in.
    static func data() throws -> String {
        if let path = folders.named("VIVA_DATA") { return path }
        let command = FileManager.default.resolvedPath("/proc/self/exe")
        var folder = command.deletingLastPathComponent()
        let installed = folder.deletingLastPathComponent().appending(path: "share/viva")
        if holdsQuestions(installed) { return installed.path }
        while folder.path != "/" {
            folder = folder.deletingLastPathComponent()
            if holdsQuestions(folder) { return folder.path }
        }
        throw CommandFailure(
            .unavailable,
            "The questions were not found beside \(command.path). Run `make install`, or set VIVA_DATA to the "
                + "folder that holds `questions`.")
    }

    /// The folder in which interviews and recordings are kept.
    static var home: String { folders.named("VIVA_HOME") ?? folders.data }

    /// A folder that was named for what is kept; `nil` for the usual one.
    static func named(_ folder: String) -> String? { folder == home ? nil : folder }

    /// The folder with the sessions of versions that had no database.
    static var sessions: String { folders.named("VIVA_SESSIONS") ?? home + "/sessions" }

    /// The address of a PostgreSQL server that keeps the interviews; `nil` for a file in `home`.
    static var databaseAddress: String? {
        environment["VIVA_DATABASE_URL"].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The variables of this process.
    static var environment: [String: String] { ProcessInfo.processInfo.environment }

    /// The folder of the user's own questions.
    static var questions: String { folders.named("VIVA_QUESTIONS") ?? folders.data + "/questions" }

    /// The folder with another PocketSphinx model, where the environment names one.
    static var pocketSphinxModel: String? { folders.named("VIVA_MODEL_PATH") }

    /// The folder of spoken questions.
    static var speechCache: String { folders.cache + "/speech" }

    /// A path with the user's home folder written as `~`.
    static func short(_ path: String) -> String {
        let home = folders.home
        return home.count > 1 && path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
    }

    private static var folders: UserFolders { UserFolders() }

    private static func holdsQuestions(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "questions").path)
    }
}

extension FileManager {
    /// The file that a link leads to.
    fileprivate func resolvedPath(_ link: String) -> URL {
        URL(filePath: (try? destinationOfSymbolicLink(atPath: link)) ?? link)
    }
}
