internal import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// A private folder for decoded audio; it is removed with all it holds when nobody uses it any more.
final class TemporaryDirectory: Sendable {
    let path: String

    /// Makes a folder that only this user can look into, in `TMPDIR` or else `/tmp`.
    init() throws(AudioError) {
        let parent = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        var template = Array((parent + "/viva-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw .temporaryStorageFailed(path: parent, reason: Errno(rawValue: errno).description)
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        // The folder is flat: its files are the ones `file(_:)` named.
        if let directory = opendir(path) {
            while let entry = readdir(directory) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name != "." && name != ".." { unlink(path + "/" + name) }
            }
            closedir(directory)
        }
        rmdir(path)
    }

    /// The path of a file in the folder.
    func file(_ name: String) -> String { path + "/" + name }
}
