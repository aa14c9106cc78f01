import Archive
import FoundationEssentials
import HTTPTypes
import NIOConcurrencyHelpers
import Server
import ServerTestSupport
import Service
import Speech
import TestSupport
import Testing
import Web

/// Forms with files.
struct UploadTests {
    private static let title = RequestField<String>("title", "What it is.", schema: .text(length: 1...20))
    private static let count = RequestField<Int>("count", "How many.", usual: 1)
    private static let sound = UploadField(
        "audio", "The answer.", mediaTypes: ["audio/wav"], limitBytes: 300_000)
    private static let notes = UploadField("notes", "Notes.", limitBytes: 100, isRequired: false)
    private static let form = UploadForm("Upload", [title, count], files: [sound, notes])
    private static let reply = ReplyForm<String>("UploadReply", [ReplyField("told", "What came.") { $0 }])
    /// Where the file of the last request was.
    private let path = NIOLockedValueBox("")

    private var endpoint: Endpoint {
        Endpoint(
            .post, "/upload", of: "test", "Upload", name: "upload", access: .everybody, upload: Self.form,
            reply: .one(Self.reply)
        ) { [path] call in
            let file = try call.file(Self.sound)
            path.withLockedValue { $0 = file.path }
            let bytes = try TestFile.bytes(file.path)
            let sum = bytes.reduce(0) { ($0 &* 31 &+ Int($1)) % 1_000_003 }
            return
                "\(call.body[Self.title]) \(call.body[Self.count]) \(file.name) \(file.mediaType) \(file.sizeBytes) "
                + "\(sum) \(call.optionalFile(Self.notes)?.sizeBytes ?? -1)"
        }
    }

    private struct Part {
        let head: String
        let body: String
    }

    private static func field(_ name: String, _ value: String) -> Part {
        Part(head: "Content-Disposition: form-data; name=\"\(name)\"", body: value)
    }

    private static func file(_ name: String, _ fileName: String, _ type: String, _ body: String) -> Part {
        Part(
            head:
                "Content-Disposition: form-data; name=\"\(name)\"; filename=\"\(fileName)\"\r\nContent-Type: \(type)",
            body: body)
    }

    private static func body(_ parts: [Part]) -> String {
        parts.map { "--x\r\n\($0.head)\r\n\r\n\($0.body)\r\n" }.joined() + "--x--\r\n"
    }

    private static let type = ["Content-Type": "multipart/form-data; boundary=x"]
    private static let long = String(repeating: "\r\n--y a\r\r\n-", count: 20_000)
    private static let wave = file("audio", "C:\\sounds\\../a b.wav", "audio/wav", long)

    @Test func fieldsAndFilesAreReadAndFilesGoAgain() async throws {
        let home = NIOLockedValueBox("")
        try await withServer(endpoints: [endpoint]) { server in
            home.withLockedValue { $0 = server.server.service.archive.folder }
            let body = Self.body([Self.field("title", "Größe"), Self.wave, Self.field("count", "3")])
            let reply = try await server.send(.post, "/upload", headers: Self.type, body: body)
            #expect(reply.status == 200)
            let sum = Self.long.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) % 1_000_003 }
            #expect(reply.json?["told"] == .text("Größe 3 a b.wav audio/wav 220000 \(sum) -1"))
            let path = path.withLockedValue { $0 }
            #expect(path.hasPrefix(home.withLockedValue { $0 } + "/uploads/"))
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test(
        arguments: [
            ([field("title", "a")], 400, "audio is required"),
            ([wave], 400, "title is required"),
            ([field("title", ""), wave], 400, "title must not be empty"),
            ([field("title", "a"), field("count", "x"), wave], 400, "count must be a whole number"),
            ([field("title", "a"), field("title", "b"), wave], 400, "title must be there once"),
            ([field("title", "a"), wave, wave], 400, "audio must be there once"),
            ([field("title", "a"), wave, field("other", "b")], 400, "other is not known here"),
            (
                [field("title", "a"), file("audio", "a.exe", "application/x-msdownload", "MZ")], 415,
                "may be audio/wav"
            ),
            ([field("title", "a"), file("audio", "", "audio/wav", "")], 400, "audio is required"),
            (
                [
                    field("title", "a"), wave,
                    file("notes", "n", "text/plain", String(repeating: "n", count: 101)),
                ],
                413, "notes has more than 100 bytes"
            ),
            ([Part(head: "Content-Type: text/plain", body: "a")], 400, "has no header"),
        ] as [([Part], Int, String)])
    private func formsThatDoNotFitAreRefusedAndLeaveNothing(
        _ parts: [Part], _ status: Int, _ reason: String
    ) async throws {
        try await withServer(endpoints: [endpoint]) { server in
            let reply = try await server.send(
                .post, "/upload", headers: Self.type, body: Self.body(parts))
            #expect(reply.status == status)
            #expect(reply.detail?.contains(reason) == true, "\(reply.text)")
            let folder = server.server.service.archive.folder + "/uploads"
            let left = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            #expect(left == [])
        }
    }

    @Test func otherBodiesAreRefused() async throws {
        try await withServer({ $0.limitUploadBytes = 250_000 }, endpoints: [endpoint]) { server in
            let json = try await server.send(.post, "/upload", body: "{}")
            #expect(json.status == 415)
            let noBoundary = try await server.send(
                .post, "/upload", headers: ["Content-Type": "multipart/form-data"], body: "a")
            #expect(noBoundary.status == 400)
            let whole = Self.body([Self.field("title", "a"), Self.wave])
            let cut = try await server.send(
                .post, "/upload", headers: Self.type, body: String(whole.dropLast(10)))
            #expect(cut.status == 400)
            #expect(cut.detail?.contains("breaks off") == true)
            let large = try await server.send(
                .post, "/upload", headers: Self.type, body: whole + String(repeating: "e", count: 40_000))
            #expect(large.status == 413)
        }
    }
}
