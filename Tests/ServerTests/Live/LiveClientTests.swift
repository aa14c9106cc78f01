import HTTPTypes
import ServerTestSupport
import Subprocess
import SystemPackage
import TestSupport
import Testing
import Web

@testable import Server

/// The example of a client says when it is refused, and ends.
@Suite struct LiveClientTests {
    private static let ticket = ReplyForm<String>("Ticket", [ReplyField("ticket", "A ticket.") { $0 }])

    /// A WAV file without a sample: 16 bits, one channel, 16 kHz.
    private static let silence: [UInt8] =
        Array("RIFF".utf8) + [36, 0, 0, 0] + Array("WAVEfmt ".utf8)
        + [16, 0, 0, 0, 1, 0, 1, 0, 0x80, 0x3E, 0, 0, 0, 0x7D, 0, 0, 2, 0, 16, 0] + Array("data".utf8)
        + [0, 0, 0, 0]

    /// A server whose tickets or connections are refused with a status.
    private static func run(
        refusing status: HTTPResponse.Status, tickets: Bool
    ) async throws -> (code: TerminationStatus, said: String) {
        let giving = Endpoint(
            .post, "/api/v1/live/ticket", of: "test", "Ticket", name: "ticket", access: .everybody,
            body: RequestForm("Asked", [RequestField<String>("session_id", "A session.")]),
            reply: .one(ticket), refusals: [status.code: "Refused."]
        ) { _ in
            if tickets { throw APIError(status, "The test refuses it.") }
            return "good"
        }
        let live = WebSocketEndpoint(
            "/api/v1/live",
            admit: { _ in throw APIError(status, "The test refuses it.") }, run: { _, _ in })
        let folder = try TestFolder()
        let wave = try folder.write(Self.silence, to: "silence.wav")
        return try await withServer(endpoints: [giving], webSockets: [live]) { server in
            let result = try await Subprocess.run(
                .name("python3"),
                arguments: [
                    SourceTree.file("Examples/LiveClient/live.py"), "--server",
                    "http://127.0.0.1:\(server.port)", "--session", "1", wave,
                ], output: .discarded, error: .string(limit: 100_000))
            return (result.terminationStatus, result.standardError)
        }
    }

    @Test(
        .enabled("the Python package websockets is not installed", { await hasPackage() }),
        .timeLimit(.minutes(30)), arguments: [401, 403, 426, 429, 503], [false, true])
    func aRefusalIsToldAndEndsIt(status: Int, tickets: Bool) async throws {
        let (code, said) = try await Self.run(refusing: HTTPResponse.Status(code: status), tickets: tickets)
        #expect(code == .exited(1), "\(said)")
        #expect(said.contains("\(status)") && said.contains("The test refuses it."), "\(said)")
        #expect(!said.contains("Traceback"), "\(said)")
    }

    private static func hasPackage() async -> Bool {
        let result = try? await Subprocess.run(
            .name("python3"), arguments: ["-c", "import websockets"], output: .discarded, error: .discarded)
        return result?.terminationStatus.isSuccess == true
    }
}
