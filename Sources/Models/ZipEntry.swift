/// An entry of a zip archive.
struct ZipEntry: Sendable, Hashable {
    /// Its place in the archive, from 0.
    var index: UInt64
    /// Its name, with folders before it.
    var name: String
    /// The size of its content in bytes, as the archive says.
    var sizeBytes: Int
    /// Whether it stands for a link and not for a file.
    var isLink: Bool
    /// Whether its content is encrypted.
    var isEncrypted: Bool

    /// The folders before its name, without the last `/`; empty at the top of the archive.
    var folder: String { name.lastIndex(of: "/").map { String(name[..<$0]) } ?? "" }

    /// The name behind all folders.
    var lastName: String {
        String(name[(name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex)...])
    }

    /// Why no honest archive has an entry of this name; `nil` when one may.
    var fault: String? {
        if name.hasPrefix("/") || name.hasPrefix("\\") || name.dropFirst().hasPrefix(":") {
            return "has an absolute path"
        }
        let parts = name.split(whereSeparator: { $0 == "/" || $0 == "\\" })
        if parts.contains("..") { return "leads out of the archive" }
        if name.unicodeScalars.contains(where: { $0.value < 0x20 }) {
            return "has a control character in its name"
        }
        return nil
    }
}
