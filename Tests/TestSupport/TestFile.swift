import FoundationEssentials

/// Reading and writing of whole files by path, for tests that are given a path rather than a `TestFolder`.
package enum TestFile {
    /// Writes a file, in place of one that is there.
    package static func write(_ bytes: some Collection<UInt8>, to path: String) throws {
        try Data(bytes).write(to: URL(filePath: path))
    }

    /// Writes a file of UTF-8 text, in place of one that is there.
    package static func write(_ text: String, to path: String) throws {
        try write(Array(text.utf8), to: path)
    }

    /// The content of a file.
    package static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    /// The text of a file; what is not UTF-8 is repaired.
    package static func text(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }
}
