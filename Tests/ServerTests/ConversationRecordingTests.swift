import Archive
import Foundation
import HTTPTypes
import Interview
import ServerTestSupport
import Service
import Speech
import Testing

/// Recordings beside messages of a conversation.
@Suite struct ConversationRecordingTests {
    private static let root = "/api/conversations/"

    /// A second of a tone, as WAV.
    private static let sound: [UInt8] = {
        let samples = (0..<16_000).map { Int16(8_000 * sin(Double($0) / 8)) }
        func bytes(_ number: Int, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        let data = samples.flatMap { bytes(Int($0), 2) }
        return Array("RIFF".utf8) + bytes(36 + data.count, 4) + Array("WAVEfmt ".utf8) + bytes(16, 4)
            + bytes(1, 2) + bytes(1, 2) + bytes(16_000, 4) + bytes(32_000, 4) + bytes(2, 2) + bytes(16, 2)
            + Array("data".utf8) + bytes(data.count, 4) + data
    }()

    private static func form(_ session: String = "1") -> TestForm {
        TestForm().adding("session", session).adding("speaker", "student").adding("message", "Listen.")
    }

    @Test func aRecordingIsKeptBesideItsMessage() async throws {
        try await SessionFlowTests.run { server in
            let made = try await server.post(
                Self.root, form: Self.form().adding("audio_file", file: "note.wav", Self.sound))
            #expect(made.status == 201, "\(made.text)")
            let id = Int(try #require(made["id"]?.number))
            #expect(made["audio_file"]?.string == "\(Self.root)\(id)/audio/")
            #expect(made["message"]?.string == "Listen.")
            let heard = try await server.server.send(.get, "\(Self.root)\(id)/audio/")
            #expect(heard.status == 200 && heard.body.starts(with: "RIFF".utf8))
            #expect(heard.body.count == Self.sound.count, "It is whole.")
            #expect(server.uploads.isEmpty)
            #expect(try await server.delete("/api/sessions/1/").status == 204)
            #expect(try await server.service.archive.orphans().isEmpty, "It goes with its session.")
        }
    }

    @Test func whatIsNoRecordingIsRefusedAndNothingKept() async throws {
        try await SessionFlowTests.run { server in
            for (form, status) in [
                (Self.form(), 400),
                (Self.form().adding("audio_file", file: "a.wav", Array("No sound.".utf8)), 415),
                (Self.form().adding("audio_file", file: "a.wav", Array(Self.sound.prefix(4_000))), 400),
                (Self.form("9").adding("audio_file", file: "a.wav", Self.sound), 400),
            ] {
                let refused = try await server.post(Self.root, form: form)
                #expect(refused.status == status, "\(refused.text)")
            }
            #expect(try await server.get(Self.root).json.elements.isEmpty)
            #expect(server.uploads.isEmpty)
            #expect(try await server.service.archive.orphans().isEmpty)
        }
    }
}
