import FoundationEssentials
import HTTPTypes
import Hummingbird
import Recordings
import Server
import ServerTestSupport
import TestSupport
import Testing
import Web

/// Files in whole and in parts.
struct FileReplyTests {
    private static let moment = Date(timeIntervalSince1970: 784_111_777)

    private static func endpoint(_ bytes: [UInt8]) -> Endpoint {
        Endpoint(
            .get, "/file", of: "test", "A file", name: "file", access: .everybody,
            reply: .file(["audio/wav"]), refusals: [416: "There are no such bytes."]
        ) { call in
            try await FileReply(
                sizeBytes: bytes.count, mediaType: "audio/wav", tag: EntityTag("t1"), modified: moment,
                disposition: .attachment(name: "größe \"1\".wav")
            ) { Array(bytes[$0]) }.response(to: call.request)
        }
    }

    private static let bytes = (0..<600_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }

    @Test(
        arguments: [
            ("bytes=0-9", 0..<10), ("bytes=-3", 599_997..<600_000), ("bytes=599999-", 599_999..<600_000),
            ("bytes=10-99999999999999999999", 10..<600_000), ("bytes=-99999999", 0..<600_000),
            ("BYTES = 5-5", 5..<6), ("bytes=0-4,5-9", 0..<10), ("bytes=0-7, 3-9", 0..<10),
            ("bytes=3-400000", 3..<400_001),
        ])
    func partsAreGiven(_ header: String, _ range: Range<Int>) async throws {
        try await withServer(endpoints: [Self.endpoint(Self.bytes)]) { server in
            let reply = try await TestFileRequest.get(server, ["Range": header])
            #expect(reply.status == 206)
            #expect(
                reply.header("Content-Range") == "bytes \(range.lowerBound)-\(range.upperBound - 1)/600000")
            #expect(reply.header("Content-Length") == "\(range.count)")
            #expect(reply.body == Array(Self.bytes[range]))
        }
    }

    @Test(arguments: ["bytes=600000-", "bytes=700000-700001", "bytes=-0", "bytes=600000-,-0"])
    func whatLiesPastTheEndIsRefused(_ header: String) async throws {
        try await withServer(endpoints: [Self.endpoint(Self.bytes)]) { server in
            let reply = try await TestFileRequest.get(server, ["Range": header])
            #expect(reply.status == 416)
            #expect(reply.header("Content-Range") == "bytes */600000")
            #expect(reply.header("Content-Type") == "application/json")
        }
    }

    @Test(
        arguments: [
            [:], ["Range": "lines=1-2"], ["Range": "bytes=5-2"], ["Range": "bytes=a-b"], ["Range": "bytes=-"],
            ["Range": "bytes=0-1,100-101"], ["Range": "bytes=0-1", "If-Range": "\"t2\""],
            ["Range": "bytes=0-1", "If-Range": "W/\"t1\""],
            ["Range": "bytes=0-1", "If-Range": "Sun, 06 Nov 1994 08:49:36 GMT"],
        ])
    func allIsGivenWhereAPartIsNotAskedFor(_ headers: [String: String]) async throws {
        try await withServer(endpoints: [Self.endpoint(Self.bytes)]) { server in
            let reply = try await TestFileRequest.get(server, headers)
            #expect(reply.status == 200)
            #expect(reply.body == Self.bytes)
            #expect(reply.header("Accept-Ranges") == "bytes")
            #expect(reply.header("ETag") == "\"t1\"")
            #expect(reply.header("Last-Modified") == "Sun, 06 Nov 1994 08:49:37 GMT")
            #expect(
                reply.header("Content-Disposition")
                    == "attachment; filename=\"gr__e _1_.wav\"; filename*=UTF-8''gr%C3%B6%C3%9Fe%20%221%22.wav"
            )
        }
    }

    @Test func aClientThatHasItIsTold() async throws {
        try await withServer(endpoints: [Self.endpoint(Self.bytes)]) { server in
            for header in ["\"t1\"", "*", "\"x\", W/\"t1\""] {
                let reply = try await TestFileRequest.get(server, ["If-None-Match": header])
                #expect(reply.status == 304 && reply.body.isEmpty)
            }
            for header in ["\"t1\"", "Sun, 06 Nov 1994 08:49:37 GMT"] {
                let reply = try await TestFileRequest.get(server, ["Range": "bytes=0-1", "If-Range": header])
                #expect(reply.status == 206)
            }
        }
    }

    @Test func anEmptyFileHasNoParts() async throws {
        try await withServer(endpoints: [Self.endpoint([])]) { server in
            let whole = try await TestFileRequest.get(server, [:])
            #expect(whole.status == 200 && whole.body.isEmpty)
            #expect(whole.header("Content-Length") == "0")
            let part = try await TestFileRequest.get(server, ["Range": "bytes=0-"])
            #expect(part.status == 416)
        }
    }

    @Test func headHasTheLengthOfAll() async throws {
        try await withServer(endpoints: [Self.endpoint(Self.bytes)]) { server in
            let reply = try await server.send(.head, "/file", headers: ["Range": "bytes=0-9"])
            #expect(reply.status == 200 && reply.body.isEmpty)
            #expect(reply.header("Content-Length") == "600000")
        }
    }

    @Test(arguments: [true, false]) func partsOfARecordingAreDecrypted(_ isEncrypted: Bool) async throws {
        let folder = try TestFolder()
        let keys = ["VIVA_KEY": "6b1d0f5a93c27e48b6a4913fd07c25e88e52c70df3194a6b84e72c39a5f0d61b"]
        let vault = RecordingVault(
            root: folder.file("vault"), keys: isEncrypted ? try MasterKeys.from(environment: keys) : nil)
        let writer = try vault.writer()
        try writer.append(Self.bytes)
        let id = try writer.finish().id
        let endpoint = Endpoint(
            .get, "/file", of: "test", "A file", name: "file", access: .everybody,
            reply: .file(["audio/wav"])
        ) { call in
            let reader = try vault.open(id)
            return try await FileReply(
                sizeBytes: reader.sizeBytes, mediaType: "audio/wav", tag: EntityTag("\(id)")
            ) { try reader.read($0) }.response(to: call.request)
        }
        try await withServer(endpoints: [endpoint]) { server in
            let reply = try await TestFileRequest.get(server, ["Range": "bytes=65530-500000"])
            #expect(reply.body == Array(Self.bytes[65530...500_000]))
        }
    }
}

private enum TestFileRequest {
    static func get(_ server: TestServer, _ headers: [String: String]) async throws -> TestReply {
        try await server.send(.get, "/file", headers: headers)
    }
}
