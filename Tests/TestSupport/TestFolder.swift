import FoundationEssentials

/// A folder for the files of one test; removed with all that is in it when the last reference to it goes.
///
/// ```swift
/// let folder = try TestFolder()
/// let path = try folder.write("Hello.", to: "notes/a.txt")
/// #expect(folder.names(in: "notes") == ["a.txt"])
/// ```
package final class TestFolder: Sendable {
    /// The absolute path, without a slash at its end.
    package let path: String

    /// Makes an empty folder with a name of its own among the temporary files.
    package init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "viva-test-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a file or folder in it, which need not exist.
    package func file(_ name: String) -> String { path + "/" + name }

    /// Makes a folder in it, those above it included, and returns its path.
    @discardableResult
    package func folder(_ name: String) throws -> String {
        try FileManager.default.createDirectory(atPath: file(name), withIntermediateDirectories: true)
        return file(name)
    }

    /// Writes a file in it, in place of one of that name, and returns its path; the folders above it are made.
    @discardableResult
    package func write(_ bytes: some Collection<UInt8>, to name: String = "file") throws -> String {
        if let slash = name.lastIndex(of: "/") { try folder(String(name[..<slash])) }
        try TestFile.write(bytes, to: file(name))
        return file(name)
    }

    /// Writes a file of UTF-8 text in it, as `write(_:to:)` does with bytes.
    @discardableResult
    package func write(_ text: String, to name: String = "file") throws -> String {
        try write(Array(text.utf8), to: name)
    }

    /// The content of a file in it.
    package func bytes(_ name: String) throws -> [UInt8] { try TestFile.bytes(file(name)) }

    /// The text of a file in it; what is not UTF-8 is repaired.
    package func text(_ name: String) throws -> String { try TestFile.text(file(name)) }

    /// Whether a file or folder of that name is in it.
    package func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

    /// The sorted names of what is in it or in a folder of it, hidden ones too; none where there is no such folder.
    package func names(in folder: String = "") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: file(folder))) ?? []).sorted()
    }

    /// The sorted names of all that is in it and in its folders, as paths that begin in it.
    package func namesOfAll() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
    }
}
