import Zip

/// Bytes that go into an archive, or an error in their place after some of them.
final class BytesContent: ZipContent {
    struct Failure: Error, CustomStringConvertible { var description: String { "the tape is torn" } }

    private let bytes: [UInt8]
    private let failsAt: Int?
    private var offset = 0
    private(set) var isOpen = false

    init(_ bytes: [UInt8], failsAt: Int? = nil) {
        self.bytes = bytes
        self.failsAt = failsAt
    }

    func open() throws -> Int {
        (offset, isOpen) = (0, true)
        return bytes.count
    }

    func read(_ count: Int) throws -> [UInt8] {
        if let failsAt, offset + count > failsAt { throw Failure() }
        defer { offset = min(offset + count, bytes.count) }
        return Array(bytes[offset..<min(offset + count, bytes.count)])
    }

    func close() { isOpen = false }
}
