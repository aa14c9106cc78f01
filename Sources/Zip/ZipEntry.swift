/// An entry of a zip archive.
package struct ZipEntry: Sendable, Hashable {
    /// Its place in the archive, from 0.
    package var index: UInt64
    /// Its name, with folders before it.
    package var name: String
    /// The size of its content in bytes, as the archive says.
    package var sizeBytes: Int
    /// Whether it stands for a link and not for a file.
    package var isLink: Bool
    /// Whether its content is encrypted.
    package var isEncrypted: Bool

    /// The folders before its name, without the last `/`; empty at the top of the archive.
    package var folder: String { name.lastIndex(of: "/").map { String(name[..<$0]) } ?? "" }

    /// The name behind all folders.
    package var lastName: String {
        String(name[(name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex)...])
    }

    /// Why no honest archive has an entry of this name; `nil` when one may.
    package var fault: String? { Self.fault(ofName: name) }

    /// Why no entry may have a name; `nil` when one may.
    static func fault(ofName name: String) -> String? {
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
