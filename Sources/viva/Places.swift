import FoundationEssentials

/// Where things are kept on this machine.
enum Places {
    /// The folder with `questions`, `templates` and `samples`: `VIVA_DATA`, else beside the installed command, else in the source
    /// tree that the command was built in.
    static func data() throws -> String {
        if let path = environment("VIVA_DATA") { return path }
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

    /// The folder of the sessions.
    static var sessions: String {
        environment("VIVA_SESSIONS") ?? folder("XDG_DATA_HOME", ".local/share") + "/viva/sessions"
    }

    /// The folder of the user's own questions.
    static var questions: String {
        environment("VIVA_QUESTIONS") ?? folder("XDG_DATA_HOME", ".local/share") + "/viva/questions"
    }

    /// The folder of spoken questions.
    static var speechCache: String { folder("XDG_CACHE_HOME", ".cache") + "/viva/speech" }

    /// A path with the user's home folder written as `~`.
    static func short(_ path: String) -> String {
        home.count > 1 && path.hasPrefix(home + "/") ? "~" + path.dropFirst(home.count) : path
    }

    /// The user's home folder: what `HOME` says, else what the system knows.
    private static var home: String {
        if let path = environment("HOME"), path.hasPrefix("/") { return path }
        return FileManager.default.homeDirectoryForCurrentUser.path
    }

    private static func holdsQuestions(_ folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "questions").path)
    }

    /// A folder of the XDG base directory specification: absolute paths only, as it says.
    private static func folder(_ variable: String, _ fallback: String) -> String {
        if let path = environment(variable), path.hasPrefix("/") { return path }
        return home + "/" + fallback
    }
}

extension FileManager {
    /// The file that a link leads to.
    fileprivate func resolvedPath(_ link: String) -> URL {
        URL(filePath: (try? destinationOfSymbolicLink(atPath: link)) ?? link)
    }
}
