/// Reads the small fields of a binary file one after the other; every number is little-endian.
struct FileCursor {
    /// How much is read ahead: directories of tensors come in small fields.
    private static let windowBytes = 4096

    let file: SourceFile
    /// Where the next field begins, in bytes from the start of the file.
    private(set) var offset = 0
    private var window: [UInt8] = []
    private var windowOffset = 0

    init(_ file: SourceFile) { self.file = file }

    /// An unsigned number.
    mutating func read<Number: FixedWidthInteger & UnsignedInteger>(
        _ type: Number.Type
    ) throws(ModelError) -> Number {
        var number: Number = 0
        for (place, byte) in try bytes(MemoryLayout<Number>.size).enumerated() {
            number |= Number(truncatingIfNeeded: byte) << Number(8 * place)
        }
        return number
    }

    /// The next bytes.
    mutating func bytes(_ count: Int) throws(ModelError) -> ArraySlice<UInt8> {
        if offset < windowOffset || offset + count > windowOffset + window.count {
            windowOffset = offset
            let ahead = max(count, min(Self.windowBytes, file.sizeBytes - offset))
            window = try file.read(at: offset, count: ahead)
        }
        defer { offset += count }
        return window[(offset - windowOffset)...].prefix(count)
    }

    /// Leaves out bytes.
    ///
    /// - Throws: `ModelError.damaged` when the file ends before.
    mutating func skip(_ count: Int) throws(ModelError) {
        guard count >= 0, count <= file.sizeBytes - offset else {
            throw .damaged(
                path: file.path, reason: "it ends at byte \(file.sizeBytes), before what it says to hold")
        }
        offset += count
    }

    /// Whether everything was read.
    var isAtEnd: Bool { offset == file.sizeBytes }
}
