import Accounts
import Archive
import Credentials
import FoundationEssentials
import ServerTestSupport
import Service
import Speech
import Testing

@testable import Server

/// Clients of other servers: each message of sound is answered.
@Suite(.serialized) struct VoskTests {
    @Test(.timeLimit(.minutes(30))) func eachMessageOfSoundIsAnswered() async throws {
        try await LiveServer.run { server in
            let client = try await WebSocketClient(port: server.port, "/vosk")
            try await client.send(#"{ "config" : { "sample_rate" : 16000, "words" : 1 } }"#)
            var replies: [JSONValue] = []
            func say(_ samples: [Int16]) async throws {
                var rest = samples[...]
                while !rest.isEmpty {
                    let bytes = rest.prefix(4000).flatMap {
                        [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
                    }
                    rest = rest.dropFirst(4000)
                    try await client.write(WebSocketClient.frame(2, bytes))
                    let reply = try await client.nextMessage()
                    replies.append(try JSONDecoder().decode(JSONValue.self, from: Data(reply.data)))
                }
            }
            try await say(LiveSpeech.samples("An index finds the rows."))
            // What is over is told while the client goes on sending, and not at the end alone.
            while !replies.contains(where: { $0["text"] != nil }) {
                try await say(LiveSpeech.quiet(0.25))
                try await Task.sleep(for: .milliseconds(100))
            }
            try await say(LiveSpeech.samples("It makes a query fast."))
            try await client.send(#"{"eof" : 1}"#)
            let last = try await client.nextMessage()
            replies.append(try JSONDecoder().decode(JSONValue.self, from: Data(last.data)))
            let end = try await client.nextMessage()
            #expect(end.closeCode == 1000)
            #expect(replies.contains { $0["partial"]?.string?.isEmpty == false })
            let results = replies.filter { $0["text"] != nil }
            #expect(results.count >= 2)
            let text = results.compactMap { $0["text"]?.string }.joined(separator: " ")
            #expect(text.split(separator: " ").count >= 5, "\(text)")
            let words = results.flatMap { $0["result"]?.elements ?? [] }
            #expect(
                words.map { $0["word"]?.string ?? "" }.joined(separator: " ")
                    == text.split(separator: " ").joined(separator: " "))
            for word in words {
                #expect(word.names == ["conf", "end", "start", "word"])
                #expect((word["start"]?.number ?? 9) < (word["end"]?.number ?? 0))
            }
        }
    }

    @Test(.timeLimit(.minutes(30))) func withAccountsSomebodyMustSignIn() async throws {
        let text = try await withServer(
            accounts: { archive in
                var settings = AccountSettings()
                settings.allowsSingleUser = false
                return await AccountService(
                    AccountAdministration(records: archive.records, settings: settings), key: TokenKey())
            },
            voice: { LiveVoice(service: $0, synthesizer: nil) { _ in throw CancellationError() } }
        ) { server in try await server.exchange(WebSocketClient.request("/vosk")) }
        #expect(text.hasPrefix("HTTP/1.1 401 "), "\(text)")
    }

    @Test func requestsAreRead() {
        #expect(VoskRequest(#"{"eof" : 1}"#) == .end)
        #expect(
            VoskRequest(#"{"config":{"sample_rate":8000.0,"words":0,"phrase_list":["one"]}}"#)
                == .configuration(.init(sampleRateHz: 8000, wantsWords: false)))
        for text in ["", "[]", "{}", #"{"config":{"sample_rate":1}}"#, #"{"config":{"sample_rate":"x"}}"#] {
            guard case .unknown = VoskRequest(text) else {
                Issue.record("\(text) was understood")
                continue
            }
        }
    }
}
