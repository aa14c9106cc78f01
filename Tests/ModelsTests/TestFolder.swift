import FoundationEssentials

/// A folder of a test's own, gone when the test is.
final class TestFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "viva-models-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// A path in it.
    func file(_ name: String) -> String { path + "/" + name }

    /// Makes a folder in it.
    func folder(_ name: String) throws -> String {
        try FileManager.default.createDirectory(atPath: file(name), withIntermediateDirectories: true)
        return file(name)
    }

    /// Writes a file in it and returns its path.
    func write(_ bytes: [UInt8], _ name: String = "file") throws -> String {
        try Self.write(bytes, to: file(name))
        return file(name)
    }

    /// The names of what is in it, or in a folder of it.
    func names(_ folder: String = "") -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []).sorted()
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        try Data(bytes).write(to: URL(filePath: path))
    }

    static func write(_ text: String, to path: String) throws { try write([UInt8](text.utf8), to: path) }

    static func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }
}
