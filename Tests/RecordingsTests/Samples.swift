import Crypto
import TestSupport

@testable import Recordings

/// Keys and contents that are the same in every run.
enum Samples {
    /// A key, different for each number.
    static func key(_ number: Int) throws -> MasterKey { try MasterKey(keyText(number), source: "a test") }

    /// The digits of a key.
    static func keyText(_ number: Int) -> String {
        Hexadecimal.text(of: SHA256.hash(data: Array("key \(number)".utf8)))
    }

    /// A content without any pattern that would hide an exchange of its parts.
    static func content(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
        var state = seed
        let words = (0..<(count + 7) / 8).map { _ in
            // SplitMix64 (Steele, Lea, Flood 2014).
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = state
            mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
            return mixed ^ mixed >> 31
        }
        return words.withUnsafeBytes { Array($0.prefix(count)) }
    }

    /// What a content is called.
    static func id(of content: [UInt8]) -> RecordingID { RecordingID(sum: SHA256.hash(data: content)) }
}

extension RecordingVault {
    /// Adds bytes in buffers of a size that fits nothing.
    @discardableResult
    func add(_ content: [UInt8], bufferBytes: Int = 9973) throws -> RecordingWriter.Added {
        let writer = try writer()
        for start in stride(from: 0, to: content.count, by: bufferBytes) {
            try writer.append(Array(content[start..<min(start + bufferBytes, content.count)]))
        }
        return try writer.finish()
    }

    /// The whole content of a recording.
    func content(_ id: RecordingID) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try open(id).forEachPiece { bytes += $0 }
        return bytes
    }

    /// The path of the only file.
    func onlyPath() throws -> String {
        let files = try files()
        guard files.count == 1 else {
            throw RecordingError.readFailed(path: root, reason: "\(files.count) files")
        }
        return files[0].path
    }
}
