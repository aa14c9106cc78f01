import TestSupport

/// Builds zip archives without compression, sound and unsound ones (PKWARE's APPNOTE.TXT 4.3).
struct ZipFile {
    struct Entry {
        var name: String
        var content: [UInt8]
        /// The mode of a Unix file.
        var mode: UInt32 = 0o100644
        var isEncrypted = false
        /// What the directory says of the size; `nil` for the truth.
        var claimedSizeBytes: Int?
        var checksum: UInt32?
    }

    var entries: [Entry] = []

    var bytes: [UInt8] {
        var file = BinaryFile()
        var directory = BinaryFile()
        for entry in entries {
            let offset = UInt32(file.bytes.count)
            var common = BinaryFile()
            common.add(UInt16(20))
            common.add(UInt16(entry.isEncrypted ? 1 : 0))
            common.add(UInt16(0))
            common.add(UInt32(0))
            common.add(entry.checksum ?? Self.checksum(entry.content))
            let size = UInt32(entry.claimedSizeBytes ?? entry.content.count)
            common.add(size)
            common.add(size)
            common.add(UInt16(entry.name.utf8.count))
            common.add(UInt16(0))
            file.add(UInt32(0x0403_4B50))
            file.add(common.bytes)
            file.add([UInt8](entry.name.utf8) + entry.content)
            directory.add(UInt32(0x0201_4B50))
            // Made by Unix, whose mode follows.
            directory.add(UInt16(3 << 8 | 20))
            directory.add(common.bytes)
            directory.add([0, 0, 0, 0, 0, 0])
            directory.add(entry.mode << 16)
            directory.add(offset)
            directory.add([UInt8](entry.name.utf8))
        }
        let start = UInt32(file.bytes.count)
        file.add(directory.bytes)
        file.add(UInt32(0x0605_4B50))
        file.add([0, 0, 0, 0])
        file.add(UInt16(entries.count))
        file.add(UInt16(entries.count))
        file.add(UInt32(directory.bytes.count))
        file.add(start)
        file.add(UInt16(0))
        return file.bytes
    }

    /// The CRC-32 of ISO 3309.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1
            }
        }
    }

    /// An archive of a folder's files under a folder of its own.
    static func of(_ folder: TestFolder, _ name: String, as prefix: String) throws -> ZipFile {
        var zip = ZipFile(entries: [Entry(name: "package/__init__.py", content: [0x23])])
        for file in folder.names(in: name) {
            let content = try folder.bytes(name + "/" + file)
            zip.entries.append(Entry(name: prefix + file, content: content))
        }
        return zip
    }
}
