import FoundationEssentials

/// The `viva` that was built together with the tests.
package enum BuiltCommand {
    /// Its path: in the folder of the test runner, or in that of debug builds where the runner is another program.
    package static let path: String = {
        let runner = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let besideRunner = URL(filePath: runner).deletingLastPathComponent().appending(path: "viva").path
        return FileManager.default.isExecutableFile(atPath: besideRunner)
            ? besideRunner : SourceTree.file(".build/debug/viva")
    }()
}
