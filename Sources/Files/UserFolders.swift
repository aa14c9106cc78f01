internal import FoundationEssentials
internal import SystemPackage

/// The folders in which Viva keeps things for the user of this machine, as the environment names them.
///
/// One rule holds for all variables that name a folder. One that is empty counts as not set. A relative path in a
/// variable of Viva's own is meant as on the command line, from the folder in which the command runs, and becomes
/// absolute where it is read. A relative path in `HOME` or in a variable of the XDG base directory specification counts
/// as not set, as the specification has it.
package struct UserFolders: Sendable {
    private let environment: [String: String]
    private let workingFolder: String

    /// The folders of an environment.
    ///
    /// - Parameters:
    ///   - environment: The variables; left out, those of this process.
    ///   - workingFolder: The absolute path from which relative ones begin; left out, that of this process.
    package init(
        environment: [String: String] = ProcessInfo.processInfo.environment,
        workingFolder: String = FileManager.default.currentDirectoryPath
    ) {
        self.environment = environment
        self.workingFolder = workingFolder
    }

    /// The user's home folder: what `HOME` says, else what the system knows.
    package var home: String { absolute("HOME") ?? FileManager.default.homeDirectoryForCurrentUser.path }

    /// Viva's folder for what the user made or fetched: `viva` in `XDG_DATA_HOME`, else in `~/.local/share`.
    package var data: String { (absolute("XDG_DATA_HOME") ?? home + "/.local/share") + "/viva" }

    /// Viva's folder for what can be made anew: `viva` in `XDG_CACHE_HOME`, else in `~/.cache`.
    package var cache: String { (absolute("XDG_CACHE_HOME") ?? home + "/.cache") + "/viva" }

    /// The absolute path of the folder that a variable of Viva's own names; `nil` when it is not set or empty.
    package func named(_ variable: String) -> String? {
        guard let path = environment[variable], !path.isEmpty else { return nil }
        guard FilePath(path).isRelative else { return path }
        var folder = FilePath(workingFolder)
        folder.append(FilePath(path).components.filter { $0.kind != .currentDirectory })
        return folder.string
    }

    private func absolute(_ variable: String) -> String? {
        environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
}
