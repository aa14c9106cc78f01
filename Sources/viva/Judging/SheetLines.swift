import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// Reads a file or a pipe line by line, each of them bounded.
struct SheetLines {
    /// The longest line, in bytes: an answer of a megabyte fits even where each letter is escaped.
    static let limitBytes = 16 << 20

    /// A line, or that it is too long.
    enum Line: Equatable {
        case text([UInt8])
        case tooLong

        /// Whether it has nothing but spaces.
        var isBlank: Bool {
            if case .text(let bytes) = self { bytes.allSatisfy { $0 == 32 || $0 == 9 } } else { false }
        }
    }

    private let file: FileDescriptor
    private var pending: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    private var isSkipping = false

    init(_ file: FileDescriptor) { self.file = file }

    /// Whether the next line is there, or the end, so that nobody has to wait for it.
    var isReady: Bool {
        if isAtEnd || pending[start...].contains(UInt8(ascii: "\n")) { return true }
        var entry = pollfd(fd: file.rawValue, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, 0) > 0
    }

    /// The next line without its end; `nil` at the end of the file.
    mutating func next() throws -> Line? {
        var searched = start
        while true {
            if let end = pending[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { start = end + 1 }
                return line(to: end)
            }
            searched = pending.count
            if searched - start > Self.limitBytes {
                (isSkipping, searched, start) = (true, 0, 0)
                pending = []
            }
            guard !isAtEnd else {
                defer { start = pending.count }
                return start < pending.count || isSkipping ? line(to: pending.count) : nil
            }
            if start > 1 << 20 {
                pending.removeFirst(start)
                searched -= start
                start = 0
            }
            var chunk = [UInt8](repeating: 0, count: 1 << 16)
            let count = try chunk.withUnsafeMutableBytes { try file.read(into: $0) }
            isAtEnd = count == 0
            pending += chunk[..<count]
        }
    }

    private mutating func line(to end: Int) -> Line {
        defer { isSkipping = false }
        if isSkipping { return .tooLong }
        var line = pending[start..<end]
        if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
        return .text(Array(line))
    }
}
