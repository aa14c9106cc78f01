internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// The folders in which installed programs are looked for.
public struct SearchPath: Sendable, Hashable {
    /// The folders, searched in this order.
    public var directories: [String]

    /// Programs in `directories`.
    public init(directories: [String]) {
        self.directories = directories
    }

    /// The folders of the environment variable `PATH`; without it, where Debian keeps its programs.
    public static var environment: SearchPath {
        let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        return SearchPath(directories: path.split(separator: ":").map(String.init))
    }

    /// The path of an executable program, or `nil` when none of the folders has it.
    public func find(_ program: String) -> String? {
        for directory in directories where !directory.isEmpty {
            let path = directory + "/" + program
            if access(path, X_OK) == 0 { return path }
        }
        return nil
    }
}
