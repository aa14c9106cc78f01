import Testing

@testable import Web

/// Forms with files are read the same in whatever pieces they come.
struct MultipartParserTests {
    private static let type = "multipart/form-data; boundary=\"a'b c\""

    /// What a body says: the heads with their bytes put together.
    private static func read(_ pieces: [[UInt8]], as type: String = type) throws -> [String] {
        var parser = try MultipartParser(contentType: type)
        var told: [String] = []
        var bytes: [UInt8] = []
        for piece in pieces {
            for event in try parser.take(piece) {
                switch event {
                case .begin(let part):
                    told.append("\(part.name) \(part.fileName ?? "-") \(part.mediaType ?? "-")")
                case .bytes(let more): bytes += more
                case .end:
                    told.append(String(decoding: bytes, as: UTF8.self))
                    bytes = []
                }
            }
        }
        try parser.finish()
        return told
    }

    private static let body = """
        preamble\r
        --a'b\r
        --a'b c \t\r
        Content-Disposition: form-data; name="one"\r
        \r
        \r
        --a'b c\r
        content-disposition: FORM-DATA; filename="C:\\x\\ö %22.wav"; name=two\r
        Content-Type: audio/WAV; rate=1\r
        \r
        \r
        --a'b \r\r
        --a'b d-\r\n--a'b\r
        --a'b c--
        epilogue\r
        --a'b c\r
        """
    private static let said = ["one - -", "", "two ö \".wav audio/wav", "\r\n--a'b \r\r\n--a'b d-\r\n--a'b"]

    @Test func everySplitPointGivesTheSame() throws {
        let bytes = Array(Self.body.utf8)
        #expect(try Self.read([bytes]) == Self.said)
        #expect(try Self.read(bytes.map { [$0] }) == Self.said)
        for place in 0...bytes.count {
            #expect(try Self.read([Array(bytes[..<place]), Array(bytes[place...])]) == Self.said, "\(place)")
        }
    }

    @Test func randomPiecesOfRandomContentGiveTheSame() throws {
        var random = SeededRandom(seed: 7)
        for _ in 0..<300 {
            // Content of the very bytes of which delimiters are made.
            let content = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                Array("\r\n--a'b cx".utf8).randomElement(using: &random) ?? 0
            }
            let text = String(decoding: content, as: UTF8.self)
            guard !("\r\n" + text).contains("\r\n--a'b c") else { continue }
            let body =
                Array("--a'b c\r\nContent-Disposition: form-data; name=n\r\n\r\n".utf8) + content
                + Array("\r\n--a'b c--".utf8)
            var pieces: [[UInt8]] = []
            var rest = body[...]
            while !rest.isEmpty {
                let count = Int.random(in: 1...12, using: &random)
                pieces.append(Array(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }
            #expect(try Self.read(pieces) == ["n - -", text])
        }
    }

    @Test func aBodyThatBreaksOffIsRefusedAtEveryPlace() throws {
        let bytes = Array(Self.body.utf8)
        let end = bytes.count - "\nepilogue\r\n--a'b c\r".utf8.count
        for place in 0..<end {
            #expect(throws: MultipartFault.self) { try Self.read([Array(bytes[..<place])]) }
        }
        #expect(try Self.read([Array(bytes[..<end])]) == Self.said)
    }

    @Test(
        arguments: [
            ("--a'b cx\r\n", MultipartFault.broken), ("--a'b c\r\nno colon\r\n\r\n", .broken),
            ("--a'b c\r\n\r\n", .noName),
            ("--a'b c\r\nContent-Disposition: attachment; name=a\r\n\r\n", .noName),
            ("--a'b c\r\nContent-Disposition: form-data; filename=a\r\n\r\n", .noName),
            ("--a'b c\r\n" + String(repeating: "X: 1\r\n", count: 2000), .longHeaders(limit: 8192)),
            ("", .incomplete), ("--a'b c", .incomplete),
            (
                String(
                    repeating: "--a'b c\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n", count: 65),
                .manyParts(limit: 64)
            ),
        ])
    func whatIsNoFormIsRefused(_ body: String, _ fault: MultipartFault) {
        #expect(throws: fault) { try Self.read([Array(body.utf8)]) }
    }

    @Test(
        arguments: [
            ("multipart/form-data", MultipartFault.noBoundary),
            ("multipart/form-data; boundary=", .noBoundary),
            ("multipart/form-data; boundary=\(String(repeating: "a", count: 71))", .noBoundary),
            ("multipart/form-data; boundary=\"a \"", .noBoundary),
            ("text/plain; boundary=a", .otherMediaType("text/plain")),
        ])
    func otherTypesAreRefused(_ type: String, _ fault: MultipartFault) {
        #expect(throws: fault) { try MultipartParser(contentType: type) }
    }

    @Test func bytesAreHandedOutAsTheyCome() throws {
        var parser = try MultipartParser(contentType: "multipart/form-data; boundary=b")
        _ = try parser.take(Array("--b\r\nContent-Disposition: form-data; name=n\r\n\r\n".utf8))
        var count = 0
        for _ in 0..<100 {
            for case .bytes(let bytes) in try parser.take([UInt8](repeating: 0x0D, count: 1000)) {
                count += bytes.count
            }
        }
        // Only what may begin a delimiter is held back.
        #expect(count >= 100_000 - 1)
    }
}

/// Random numbers that are the same each time (SplitMix64).
private struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
