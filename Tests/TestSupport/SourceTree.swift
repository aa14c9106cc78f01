import FoundationEssentials

/// The source tree that the tests were built from, with the recordings and lists that come with it.
package enum SourceTree {
    /// The absolute path, without a slash at its end.
    package static let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The path of a file or folder in it.
    package static func file(_ name: String) -> String { path + "/" + name }

    /// The path of a recording of `samples`.
    package static func sample(_ name: String) -> String { file("samples/" + name) }

    /// The path of a recording that only tests use.
    package static func recording(_ name: String) -> String { file("Tests/Recordings/" + name) }
}
