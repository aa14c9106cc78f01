import Foundation
import HTTPClient
import Speech
import TestSupport
import Testing

@testable import Recognition

@Suite(.enabled(if: LoopbackServer.isAvailable)) struct EndpointRecognizerTests {
    private let transport: HTTPTransport
    private static let key = "sk-test-0123456789"

    init() throws { transport = try HTTPTransport() }

    private func recognizer(
        _ server: LoopbackServer, _ path: String, key: String? = Self.key, tries: Int = 3,
        answerLimit: Duration = .seconds(300)
    ) throws -> EndpointRecognizer {
        try EndpointRecognizer(
            EndpointConfiguration(
                baseURL: server.url(path), model: "whisper-1", answerLimit: answerLimit,
                secondsPerAudioSecond: 0,
                retries: RetryPolicy(tries: tries, firstWait: .milliseconds(10))),
            transport: transport, environment: key.map { ["OPENAI_API_KEY": $0] } ?? [:])
    }

    /// The path at which the server answers with a text.
    private func saying(_ text: String, status: Int = 200) -> String {
        let code = Data(text.utf8).base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
        return "say/\(code)/v1?status=\(status)"
    }

    private func error(
        _ recognizer: EndpointRecognizer, _ utterance: Utterance = Spoken.utterance()
    ) async -> RecognitionError? {
        do throws(RecognitionError) {
            let words = try await recognizer.recognize(utterance)
            Issue.record("heard \(words.short)")
            return nil
        } catch { return error }
    }

    private func log(_ server: LoopbackServer) async throws -> [LoopbackServer.Received] {
        let response = try await transport.send(HTTPRequest(.get, server.url("log")))
        return try JSONDecoder().decode([LoopbackServer.Received].self, from: Data(response.body))
    }

    @Test func wordsComeWithTheTimesOfTheRecording() async throws {
        try await LoopbackServer.run { server async throws in
            let answer = #"""
                {"text":"Hello, CI/CD.","words":[{"word":"Hello","start":0.5,"end":1.0},{"word":"CI/CD","start":1.2,"end":2}],
                 "segments":[{"start":0,"end":2.5,"text":"Hello, CI/CD.","avg_logprob":-0.1,"no_speech_prob":0.01}]}
                """#
            let recognizer = try recognizer(server, saying(answer))
            let words = try await recognizer.recognize(Spoken.utterance())
            #expect(words.short == ["hello 1050-1100", "ci/cd 1120-1200"])
            #expect(words.allSatisfy { abs(($0.confidence ?? 0) - 0.9048) < 0.001 })
            #expect(recognizer.name == "whisper-1 at 127.0.0.1")
            #expect(try await recognizer.preview(Spoken.utterance().audio).isEmpty)
        }
    }

    @Test func theFormHoldsTheRecordingAndWhatIsExpected() async throws {
        try await LoopbackServer.run { server async throws in
            let recognizer = try recognizer(server, saying(#"{"text":"a"}"#))
            try await recognizer.expect(Spoken.context)
            _ = try await recognizer.recognize(Spoken.utterance())
            try await recognizer.expect(nil)
            _ = try await recognizer.recognize(Spoken.utterance())
            let received = try await log(server)
            let first = try #require(received.first)
            #expect(first.method == "POST" && first.path.contains("/v1/audio/transcriptions"))
            #expect(first.field("authorization") == "Bearer " + Self.key)
            for (name, value) in [
                ("model", "whisper-1"), ("language", "en"), ("temperature", "0"),
                ("response_format", "verbose_json"),
                ("timestamp_granularities[]", "word"), ("prompt", HearingPrompt(Spoken.context).text),
            ] {
                #expect(first.body.contains("name=\"\(name)\"\r\n\r\n\(value)\r\n"))
            }
            #expect(first.body.contains("filename=\"answer.wav\"\r\nContent-Type: audio/wav\r\n\r\nRIFF"))
            #expect(
                first.body.utf16.count > 4 * 32_000
                    && !(received.last?.body.contains("name=\"prompt\"") ?? true))
        }
    }

    @Test func withoutAKeyNoneIsSent() async throws {
        try await LoopbackServer.run { server async throws in
            for key in [nil, "", "  "] {
                _ = try await recognizer(server, saying(#"{"text":"a"}"#), key: key).recognize(
                    Spoken.utterance())
            }
            #expect(try await log(server).allSatisfy { $0.field("authorization") == nil })
        }
    }

    @Test func silenceAndVeryShortAudioAreNoWords() async throws {
        try await LoopbackServer.run { server async throws in
            let ear = try recognizer(server, saying(#"{"text":"","segments":[]}"#))
            #expect(try await ear.recognize(Spoken.utterance()).isEmpty)
            #expect(try await ear.recognize(Spoken.utterance(lasting: 0.05)).isEmpty)
            #expect(try await ear.recognize(Spoken.utterance(lasting: 0)).isEmpty)
            #expect(try await log(server).count == 1)
        }
    }

    @Test func aServerThatKnowsPlainJSONOnlyIsAskedForThat() async throws {
        try await LoopbackServer.run { server async throws in
            let ear = try recognizer(server, "picky")
            #expect(try await ear.recognize(Spoken.utterance()).map(\.text) == ["plain", "words"])
            #expect(try await ear.recognize(Spoken.utterance()).map(\.text) == ["plain", "words"])
            #expect(try await log(server).count == 3)
        }
    }

    @Test func aBusyServerIsAskedAgain() async throws {
        try await LoopbackServer.run { server async throws in
            #expect(
                try await recognizer(server, "later/2/429/0").recognize(Spoken.utterance()).map(\.text) == [
                    "try", "3",
                ])
            #expect(
                try await recognizer(server, "resets/1").recognize(Spoken.utterance()).map(\.text) == [
                    "try", "2",
                ])
            guard case .unanswered(_, let reason)? = await error(try recognizer(server, "later/9/429"))
            else {
                Issue.record("not told")
                return
            }
            #expect(reason.contains("too many requests"))
        }
    }

    @Test(arguments: [401, 403]) func aKeyThatIsNotTakenIsNamedButNotShown(status: Int) async throws {
        try await LoopbackServer.run { server async throws in
            let text = #"{"error":{"message":"Incorrect API key provided: \#(Self.key)."}}"#
            guard
                case .engineFailed(_, let reason)? = await error(
                    try recognizer(server, saying(text, status: status)))
            else {
                Issue.record("not told")
                return
            }
            #expect(
                reason.contains("OPENAI_API_KEY") && reason.contains("Incorrect API key provided: (the key)"))
            #expect(!reason.contains(Self.key))
            guard
                case .engineFailed(_, let without)? = await error(
                    try recognizer(server, saying("", status: status), key: nil))
            else { return }
            #expect(without.contains("wants a key") && without.contains("OPENAI_API_KEY"))
            if case .engineFailed(_, let mirrored)? = await error(try recognizer(server, "mirror-key")) {
                #expect(!mirrored.contains(Self.key))
            }
        }
    }

    /// What a failure is the fault of.
    private enum Meaning { case engine, passing, utterance }

    @Test func eachStatusHasItsReason() async throws {
        try await LoopbackServer.run { server async throws in
            for (status, part, meaning) in [
                (404, "base address and the model", Meaning.engine), (413, "too large", .utterance),
                (400, "status 400", .utterance), (500, "failed itself", .passing),
                (503, "status 503", .passing), (307, "sent on", .engine), (422, "status 422", .utterance),
            ] {
                let ear = try recognizer(
                    server, saying(#"{"error":{"message":"because"}}"#, status: status), tries: 1)
                switch await error(ear) {
                case .engineFailed(_, let reason)?:
                    #expect(meaning == .engine && reason.contains(part), "\(status) \(reason)")
                case .unanswered(_, let reason)?:
                    #expect(meaning == .passing && reason.contains(part), "\(status) \(reason)")
                case .decodingFailed(_, let reason)?:
                    #expect(
                        meaning == .utterance && reason.contains(part) && reason.contains("because"),
                        "\(status) \(reason)")
                case let other: Issue.record("\(status): \(String(describing: other))")
                }
            }
        }
    }

    @Test func oddAnswersAreClearErrors() async throws {
        try await LoopbackServer.run { server async throws in
            for (text, part) in [
                ("<!DOCTYPE html><h1>Welcome</h1>", "web page"), ("nonsense", "not JSON"), ("", "not JSON"),
                (#"{"text":7}"#, "is a number"), (#"{"language":"en"}"#, "neither text"),
                (#"["a"]"#, "is a list"),
                (#"{"words":[{"word":"a","start":99,"end":100}]}"#, "at 99.0 s"),
                (#"{"words":[{"word":"a","start":-99,"end":1}]}"#, "at -99.0 s"),
                (#"{"words":[{"word":"a","start":NaN}]}"#, "not JSON"),
                (#"{"error":"overloaded"}"#, "overloaded"),
            ] {
                guard
                    case .decodingFailed(let time, let reason)? = await error(
                        try recognizer(server, saying(text)))
                else {
                    Issue.record("\(text) was not told")
                    continue
                }
                #expect(time == Spoken.utterance().audio.time)
                #expect(reason.contains(part), "\(reason)")
            }
        }
    }

    @Test(arguments: ["slow-head", "stall", "cut", "cut-chunked"])
    func anEndpointThatBreaksOffMayAnswerAnotherTime(path: String) async throws {
        try await LoopbackServer.run { server async throws in
            let ear = try recognizer(server, path, tries: 1, answerLimit: .seconds(3))
            let error = await error(ear)
            guard case .unanswered(let engine, _)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(engine == "whisper-1 at 127.0.0.1")
        }
    }

    @Test(arguments: ["endless", "promise", "garbage", "status/204"])
    func brokenAnswersFailTheUtterance(path: String) async throws {
        try await LoopbackServer.run { server async throws in
            let ear = try recognizer(server, path, tries: 1, answerLimit: .seconds(3))
            guard case .decodingFailed? = await error(ear) else {
                Issue.record("not told")
                return
            }
        }
    }

    @Test func anEndpointThatIsNotThereMayAnswerAnotherTime() async throws {
        var closed: LoopbackServer?
        try await LoopbackServer.run { closed = $0 }
        let server = try #require(closed)
        guard case .unanswered(_, let reason)? = await error(try recognizer(server, "v1", tries: 1)) else {
            Issue.record("not told")
            return
        }
        #expect(reason.contains("no connection") && !reason.contains(Self.key))
    }

    @Test func cancellingEndsTheRequest() async throws {
        try await LoopbackServer.run { server async throws in
            let ear = try recognizer(server, "slow-head")
            let task = Task { await error(ear) }
            try await Task.sleep(for: .milliseconds(300))
            task.cancel()
            guard case .decodingFailed(_, let reason)? = await task.value else {
                Issue.record("not told")
                return
            }
            #expect(reason.contains("cancelled"))
        }
    }
}
