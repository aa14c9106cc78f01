import FoundationEssentials

/// The programs to measure.
enum Sibling {
    /// The command `viva` built beside this program.
    static var viva: String { folder.appending(path: "viva").path }
    /// This program.
    static var itself: String { folder.appending(path: "viva-bench").path }

    private static var folder: URL {
        let path =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "viva-bench"
        return URL(filePath: path).deletingLastPathComponent()
    }
}
