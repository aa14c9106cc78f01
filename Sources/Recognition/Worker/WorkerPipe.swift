import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#endif

/// One end of the line between a program and its worker. It owns its descriptors.
struct WorkerPipe: ~Copyable {
    /// Why nothing more can be said or heard.
    enum Failure: Error {
        /// The other end is gone.
        case ended
        /// Nothing came for as long as is waited.
        case silent
        /// The system or the other end did what it must not.
        case broken(String)
    }

    private let input: Int32
    private let output: Int32
    private var unread: [UInt8] = []

    /// Takes over two descriptors, which may be one and the same.
    init(input: Int32, output: Int32) {
        self.input = input
        self.output = output
    }

    deinit {
        close(input)
        if output != input { close(output) }
    }

    /// Sends a message and what belongs to it.
    func send(_ message: some Encodable, _ payload: [UInt8] = []) throws(Failure) {
        var bytes: [UInt8]
        do { bytes = try WorkerMessage.line(message) } catch { throw .broken("\(error)") }
        bytes += payload
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Self.write(output, UnsafeRawBufferPointer(rebasing: buffer[sent...]))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw errno == EPIPE || errno == ECONNRESET
                    ? .ended : .broken(String(cString: strerror(errno)))
            }
            sent += count
        }
    }

    /// The next message; `nil` when the other end has closed the line between two messages.
    mutating func receive<Message: Decodable>(_ type: Message.Type) throws(Failure) -> Message? {
        var searched = 0
        while true {
            if let end = unread[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = Data(unread[..<end])
                unread.removeFirst(end + 1)
                do { return try JSONDecoder().decode(type, from: line) } catch {
                    throw .broken("a line was not understood")
                }
            }
            searched = unread.count
            guard searched < WorkerMessage.limitLineBytes else { throw .broken("a line had no end") }
            guard try fill() else {
                if unread.isEmpty { return nil }
                throw .ended
            }
        }
    }

    /// The bytes that follow a message.
    mutating func payload(count: Int) throws(Failure) -> [UInt8] {
        while unread.count < count {
            guard try fill() else { throw .ended }
        }
        defer { unread.removeFirst(count) }
        return Array(unread[..<count])
    }

    /// Reads what has come; false at the end.
    private mutating func fill() throws(Failure) -> Bool {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = chunk.withUnsafeMutableBytes { read(input, $0.baseAddress, $0.count) }
            if count > 0 {
                unread += chunk[..<count]
                return true
            }
            if count == 0 || errno == ECONNRESET { return false }
            if errno == EAGAIN { throw .silent }
            guard errno == EINTR else { throw .broken(String(cString: strerror(errno))) }
        }
    }

    /// Writes without the signal that a broken pipe sends, where the line is a socket.
    private static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        let count = Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        guard count < 0, errno == ENOTSOCK else { return count }
        return Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    }
}
