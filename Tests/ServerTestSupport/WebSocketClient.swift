/// One end of a WebSocket, written byte by byte, so that it can also do what no browser does.
package struct WebSocketClient: Sendable {
    /// A frame as it came.
    package struct Frame: Sendable, Equatable {
        /// What it is: 1 a text, 2 bytes, 8 the end, 9 and 10 signs of life.
        package let code: UInt8
        /// What it carries.
        package let data: [UInt8]

        /// A frame.
        package init(code: UInt8, data: [UInt8]) {
            self.code = code
            self.data = data
        }

        /// What it carries as text.
        package var text: String { String(decoding: data, as: UTF8.self) }
        /// Why it ends, for a frame that says so.
        package var closeCode: Int? { data.count >= 2 ? Int(data[0]) << 8 | Int(data[1]) : nil }
    }

    /// The server answered with something else than a WebSocket.
    package struct Refused: Error {
        /// All it said.
        package let text: String
    }

    private let connection: RawConnection

    /// The head of a request that opens a WebSocket.
    package static func request(_ path: String, _ more: [String: String] = [:]) -> String {
        let usual = [
            "Host": "localhost", "Upgrade": "websocket", "Connection": "Upgrade",
            "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        ]
        let fields = usual.merging(more) { $1 }.filter { !$0.value.isEmpty }
        return "GET \(path) HTTP/1.1\r\n" + fields.map { "\($0): \($1)\r\n" }.joined() + "\r\n"
    }

    /// Opens a WebSocket.
    ///
    /// - Throws: `Refused`.
    package init(
        _ server: TestServer, _ path: String, headers: [String: String] = [:], then first: [UInt8] = []
    ) async throws {
        try await self.init(port: server.port, path, headers: headers, then: first)
    }

    /// Opens a WebSocket at a port of this machine.
    ///
    /// - Throws: `Refused`.
    package init(
        port: Int, _ path: String, headers: [String: String] = [:], then first: [UInt8] = []
    ) async throws {
        connection = try await RawConnection(port: port)
        try await connection.write(Array(Self.request(path, headers).utf8) + first)
        var head: [UInt8] = []
        while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) { head += try await connection.take(1) }
        let text = String(decoding: head, as: UTF8.self)
        guard text.hasPrefix("HTTP/1.1 101 ") else {
            throw Refused(text: text + (try await connection.readToEnd()))
        }
        guard text.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=") else { throw Refused(text: text) }
    }

    /// The bytes of a frame.
    package static func frame(_ code: UInt8, _ data: [UInt8], isLast: Bool = true, isMasked: Bool = true)
        -> [UInt8]
    {
        var bytes: [UInt8] = [(isLast ? 0x80 : 0) | code]
        let mask: UInt8 = isMasked ? 0x80 : 0
        switch data.count {
        case 0..<126: bytes.append(mask | UInt8(data.count))
        case 126..<65536: bytes += [mask | 126, UInt8(data.count >> 8), UInt8(data.count & 255)]
        default:
            bytes.append(mask | 127)
            bytes += (0..<8).reversed().map { UInt8(data.count >> ($0 * 8) & 255) }
        }
        let key: [UInt8] = [1, 2, 3, 4]
        if isMasked { bytes += key }
        return bytes + (isMasked ? data.enumerated().map { $1 ^ key[$0 % 4] } : data)
    }

    /// Sends a text.
    package func send(_ text: String) async throws { try await write(Self.frame(1, Array(text.utf8))) }

    /// Sends bytes as they stand.
    package func write(_ bytes: [UInt8]) async throws { try await connection.write(bytes) }

    /// The next frame.
    package func next() async throws -> Frame {
        let head = try await connection.take(2)
        var count = Int(head[1] & 127)
        if count == 126 {
            let long = try await connection.take(2)
            count = Int(long[0]) << 8 | Int(long[1])
        } else if count == 127 {
            count = try await connection.take(8).reduce(0) { $0 << 8 | Int($1) }
        }
        return Frame(code: head[0] & 15, data: try await connection.take(count))
    }

    /// The next frame that is no sign of life; those are answered as every client does.
    package func nextMessage() async throws -> Frame {
        while true {
            let frame = try await next()
            switch frame.code {
            // A server that has gone since hears no answer, but what it said before is still to be read.
            case 9: try? await write(Self.frame(10, frame.data))
            case 10: break
            default: return frame
            }
        }
    }

    /// Takes what comes until the server closes the connection.
    package func readToEnd() async throws -> String { try await connection.readToEnd() }

    /// Closes the connection without a word.
    package func drop() async { await connection.close() }
}
