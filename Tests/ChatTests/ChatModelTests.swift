import Foundation
import HTTPClient
import Speech
import TestSupport
import Testing

@testable import Chat

@Suite(.enabled(if: LoopbackServer.isAvailable)) struct ChatModelTests {
    private typealias Reply = LoopbackServer.Reply
    private static let key = "sk-test/0123456789"
    private static let schema = ChatRequest.Schema(name: "answer", shape: ["type": "object"])
    private static let request = ChatRequest(
        [ChatMessage(.system, "Be brief."), ChatMessage(.user, "Name a \"colour\".")], schema: schema)

    private let transport: HTTPTransport

    init() throws { transport = try HTTPTransport() }

    private func model(
        _ url: URL, key: String? = Self.key, clock: ChatClock = .machine,
        change: (inout ChatConfiguration) -> Void = { _ in }
    ) throws -> ChatModel {
        var configuration = ChatConfiguration(
            baseURL: url, model: "test-1", answerLimit: .seconds(300),
            retries: RetryPolicy(tries: 2, firstWait: .milliseconds(10)))
        change(&configuration)
        return try ChatModel(
            configuration, transport: transport, environment: key.map { ["OPENAI_API_KEY": $0] } ?? [:],
            clock: clock)
    }

    private func error(_ model: ChatModel, _ request: ChatRequest = Self.request) async -> ChatError? {
        do throws(ChatError) {
            let text = try await model.send(request)
            Issue.record("it said \(text)")
            return nil
        } catch { return error }
    }

    private func log(_ server: LoopbackServer) async throws -> [[String: JSONValue]] {
        let response = try await transport.send(HTTPRequest(.get, server.url("log")))
        let received = try JSONDecoder().decode([LoopbackServer.Received].self, from: Data(response.body))
        return try received.map {
            try JSONDecoder().decode([String: JSONValue].self, from: Data($0.body.utf8))
        }
    }

    @Test func asksInTheWaysOfTheInterface() async throws {
        try await LoopbackServer.run { server async throws in
            let model = try model(try server.url(script: [.chat("red")]))
            #expect(try await model.send(Self.request) == "red")
            #expect(model.name == "test-1 at 127.0.0.1")
            let body = try #require(try await log(server).first)
            #expect(body["model"] == "test-1" && body["stream"] == false)
            #expect(body["temperature"] == 0.3 && body["max_tokens"] == 4000)
            #expect(
                body["messages"] == [
                    ["role": "system", "content": "Be brief."],
                    ["role": "user", "content": "Name a \"colour\"."],
                ])
            #expect(
                body["response_format"] == [
                    "type": "json_schema",
                    "json_schema": ["name": "answer", "strict": true, "schema": ["type": "object"]],
                ])
            let response = try await transport.send(HTTPRequest(.get, server.url("log")))
            let received = try JSONDecoder().decode(
                [LoopbackServer.Received].self, from: Data(response.body))
            #expect(received.first?.path.hasSuffix("/v1/chat/completions") == true)
            #expect(received.first?.field("authorization") == "Bearer " + Self.key)
        }
    }

    @Test func contentMayBeAListOfPartsWithAFenceOrThoughtsBefore() async throws {
        try await LoopbackServer.run { server async throws in
            let parts =
                #"{"choices":[{"message":{"content":[{"type":"text","text":"{\"a\""},{"text":":1}"}]}}]}"#
            #expect(try await model(server.url(script: [Reply(parts)])).send(Self.request) == #"{"a":1}"#)
            for text in ["```json\n{}\n```", " ```\n{}\n``` \n", "<think>Hm, ```</think>\n```json\n{}\n```"] {
                #expect(try await model(server.url(script: [.chat(text)])).send(Self.request) == "{}")
            }
            let plain = ChatRequest([ChatMessage(.user, "Code?")])
            #expect(
                try await model(server.url(script: [.chat("```\nx\n```")])).send(plain) == "```\nx\n```")
        }
    }

    @Test func aRefusedFormatIsAskedForMoreLooselyAndRemembered() async throws {
        try await LoopbackServer.run { server async throws in
            let refusal = Reply(#"{"error":{"message":"response_format is not supported"}}"#, status: 400)
            let url = try server.url(script: [refusal, refusal, .chat("one"), .chat("two")])
            let model = try model(url)
            #expect(try await model.send(Self.request) == "one")
            #expect(try await model.send(Self.request) == "two")
            let formats = try await log(server).map { $0["response_format"]?["type"] }
            #expect(formats == ["json_schema", "json_object", nil, nil])
        }
    }

    @Test func fieldsThatAModelDoesNotTakeAreLeftOut() async throws {
        try await LoopbackServer.run { server async throws in
            let url = try server.url(script: [
                Reply(#"{"error":{"message":"Use 'max_completion_tokens' instead."}}"#, status: 400),
                Reply(#"{"error":{"message":"Unsupported value: 'temperature'"}}"#, status: 422),
                .chat("fine"),
            ])
            let model = try model(url)
            #expect(try await model.send(Self.request) == "fine")
            let last = try #require(try await log(server).last)
            #expect(last["temperature"] == nil && last["max_tokens"] == nil)
            #expect(last["max_completion_tokens"] == 4000 && last["response_format"] != nil)
        }
    }

    @Test func aRefusalForAnotherReasonIsNotRemembered() async throws {
        try await LoopbackServer.run { server async throws in
            let refusal = Reply(#"{"error":"the prompt is too long"}"#, status: 400)
            let url = try server.url(script: [refusal, refusal, refusal, .chat("fine")])
            let model = try model(url)
            guard case .refused(_, 400, let reason)? = await error(model) else {
                Issue.record("not told")
                return
            }
            #expect(reason.contains("too long"))
            #expect(try await model.send(Self.request) == "fine")
            #expect(try await log(server).last?["response_format"]?["type"] == "json_schema")
        }
    }

    @Test func whatWasNotRefusedIsRememberedWhateverCameOfIt() async throws {
        try await LoopbackServer.run { server async throws in
            let refusal = Reply(#"{"error":"response_format"}"#, status: 400)
            let odd = Reply(#"{"choices":[{"message":{"content":""}}]}"#)
            let model = try model(try server.url(script: [refusal, odd, .chat("fine")]))
            guard case .unreadable? = await error(model) else {
                Issue.record("not told")
                return
            }
            #expect(try await model.send(Self.request) == "fine")
            let formats = try await log(server).map { $0["response_format"]?["type"] }
            #expect(formats == ["json_schema", "json_object", "json_object"])
        }
    }

    @Test func requestsThatBelongTogetherShareTheirTime() async throws {
        try await LoopbackServer.run { server async throws in
            let model = try model(server.url("slow-head"))
            for _ in 0...ChatModel.outagesBeforeRest {
                var time = Duration.milliseconds(500)
                do throws(ChatError) {
                    let text = try await model.send(Self.request, within: &time)
                    Issue.record("it said \(text)")
                } catch { #expect(error == .outOfTime(model: model.name)) }
                #expect(time < .milliseconds(100))
                do throws(ChatError) {
                    let text = try await model.send(Self.request, within: &time)
                    Issue.record("it said \(text)")
                } catch { #expect(error == .outOfTime(model: model.name)) }
            }
            #expect(try await log(server).count == ChatModel.outagesBeforeRest + 1)
        }
    }

    @Test func aShortKeyIsNoPartOfWords() async throws {
        try await LoopbackServer.run { server async throws in
            let text = #"{"a":"an index of indexes"}"#
            let model = try model(server.url(script: [.chat(text)]), key: "index")
            #expect(try await model.send(Self.request) == text)
            let refused = try self.model(
                server.url(script: [Reply(#"{"error":"bad key index"}"#, status: 401)]), key: "index")
            #expect(await error(refused)?.description.contains("bad key (the key)") == true)
        }
    }

    @Test func aKeyInTheTextsOfJSONIsTakenOut() async throws {
        try await LoopbackServer.run { server async throws in
            for hidden in [
                #"\u0073k-test/0123456789"#, #"sk-t\u0001est/0123456789"#,
                #"sk-test\/01\u2066\u200b23456789"#,
                #"sk-te\ufe0fst/0123456789"#, #"sk-test/0123456789\u0301"#, #"\\u0073k-test\\/0123456789"#,
            ] {
                let url = try server.url(script: [.chat(#"{"a":["it is \#(hidden)"]}"#)])
                let text = try await model(url).send(Self.request)
                #expect(text.hasPrefix(#"{"a":["it is (the key)"#), "\(text)")
            }
        }
    }

    @Test func aBusyServerIsAskedAgainAfterItsWait() async throws {
        try await LoopbackServer.run { server async throws in
            let busy = Reply("later", status: 429, fields: ["Retry-After: 1"])
            let start = ContinuousClock.now
            #expect(try await model(server.url(script: [busy, .chat("fine")])).send(Self.request) == "fine")
            #expect(ContinuousClock.now - start >= .seconds(1))
            let failing = Reply("oh", status: 500)
            #expect(
                try await model(server.url(script: [failing, .chat("fine")])).send(Self.request) == "fine")
            guard case .refused(_, 429, let reason)? = await error(try model(server.url(script: [busy])))
            else {
                Issue.record("not told")
                return
            }
            #expect(reason.contains("too many requests"))
        }
    }

    @Test(arguments: [401, 403]) func aKeyThatIsNotTakenIsNamedButNotShown(status: Int) async throws {
        try await LoopbackServer.run { server async throws in
            let bodies = [
                #"{"error":{"message":"wrong key {the sent key}"}}"#, #"{"detail":"{the sent key}"}"#,
                "{the sent key}",
            ]
            for body in bodies {
                let url = try server.url(script: [Reply(body, status: status)])
                let text = String(describing: await error(try model(url)))
                #expect(text.contains("OPENAI_API_KEY") && !text.contains("0123456789"), "\(text)")
            }
            let without = await error(
                try model(server.url(script: [Reply("", status: status)]), key: nil))
            #expect(without?.description.contains("wants a key") == true)
        }
    }

    @Test func aKeyInAnAnswerIsTakenOut() async throws {
        try await LoopbackServer.run { server async throws in
            for body in [
                #"{"choices":[{"message":{"content":"it is {the sent key}"}}]}"#,
                #"{"choices":[{"message":{"content":"it is sk-test\/0123456789"}}]}"#,
            ] {
                #expect(
                    try await model(server.url(script: [Reply(body)])).send(Self.request)
                        == "it is (the key)")
            }
            for body in ["not JSON: {the sent key}", #"{"error":"{the sent key}"}"#, #"sk-test\/0123456789"#]
            {
                let text = String(describing: await error(try model(server.url(script: [Reply(body)]))))
                #expect(text.contains("(the key)") && !text.contains("0123456789"), "\(text)")
            }
        }
    }

    @Test(arguments: [
        ("<!DOCTYPE html><h1>Welcome</h1>", "web page"), ("nonsense", "not JSON"), ("", "empty"),
        (#"{"choices":[{"message":{"content":"cut"#, "not JSON"),
        ("data: {\"choices\":[]}\n\ndata: [DONE]\n", "stream of events"),
        (#"{"object":"list"}"#, "no choices"), (#"{"choices":[]}"#, "no message"),
        (#"{"choices":7}"#, "no choices"), (#"[]"#, "no choices"),
        (#"{"choices":[{"message":{"content":null}}]}"#, "empty"),
        (#"{"choices":[{"message":{"content":"  "}}]}"#, "empty"),
        (#"{"choices":[{"message":{"content":7}}]}"#, "a number"),
        (#"{"error":{"message":"overloaded"}}"#, "overloaded"),
        (#"{"choices":[],"error":{"message":"overloaded"}}"#, "overloaded"),
        (#"{"choices":[{"index":0}],"error":"overloaded"}"#, "overloaded"),
    ])
    func oddAnswersAreClearErrors(body: String, part: String) async throws {
        try await LoopbackServer.run { server async throws in
            guard
                case .unreadable(let name, let reason)? = await error(
                    try model(server.url(script: [Reply(body)])))
            else {
                Issue.record("not told")
                return
            }
            #expect(reason.contains(part) && name == "test-1 at 127.0.0.1", "\(reason)")
        }
    }

    @Test func howAnAnswerEndedCounts() async throws {
        try await LoopbackServer.run { server async throws in
            let name = "test-1 at 127.0.0.1"
            for (body, expected) in [
                (
                    #"{"choices":[{"finish_reason":"length","message":{"content":"{}"}}]}"#,
                    ChatError.cutOff(model: name)
                ),
                (
                    #"{"choices":[{"finish_reason":"content_filter","message":{"content":""}}]}"#,
                    .filtered(model: name)
                ),
                (
                    #"{"choices":[{"finish_reason":"stop","message":{"refusal":"I will not."}}]}"#,
                    .declined(model: name, reason: "I will not.")
                ),
                (
                    #"{"choices":[{"message":{"content":[{"type":"refusal","refusal":"No."}]}}]}"#,
                    .declined(model: name, reason: "No.")
                ),
            ] {
                #expect(await error(try model(server.url(script: [Reply(body)]))) == expected)
            }
        }
    }

    @Test func aRequestMayHaveALimitOfItsOwn() async throws {
        try await LoopbackServer.run { server async throws in
            var request = Self.request
            request.answerLimit = .seconds(1)
            let error = await error(try model(server.url("slow-head")), request)
            // The limit of the request or of all its tries, which is the same second; whichever is seen first.
            switch error {
            case .outOfTime: break
            case .unreachable(_, let reason): #expect(reason.contains("within 1 s"), "\(reason)")
            default: Issue.record("\(String(describing: error))")
            }
        }
    }

    @Test(arguments: ["slow-head", "stall", "trickle", "cut", "cut-chunked", "endless", "promise", "garbage"])
    func brokenAnswersAreOutages(path: String) async throws {
        try await LoopbackServer.run { server async throws in
            let model = try model(server.url(path)) {
                $0.answerLimit = .seconds(2)
                $0.retries = .never
            }
            guard case .unreachable(_, let reason)? = await error(model) else {
                Issue.record("not told")
                return
            }
            #expect(!reason.contains(Self.key))
        }
    }

    @Test func anEndpointThatIsNotThereIsLeftAloneAfterAWhile() async throws {
        var closed: LoopbackServer?
        try await LoopbackServer.run { closed = $0 }
        let server = try #require(closed)
        let time = TestTime()
        let model = try model(server.url("v1"), clock: time.clock) { $0.retries = .never }
        for _ in 0..<ChatModel.outagesBeforeRest {
            guard case .unreachable(_, let reason)? = await error(model) else {
                Issue.record("not told")
                return
            }
            #expect(reason.contains("no connection"))
        }
        #expect(await error(model) == .resting(model: model.name, nextInSeconds: 60))
        time.advance(.seconds(61))
        guard case .unreachable? = await error(model) else {
            Issue.record("it was not asked again")
            return
        }
    }

    @Test func theBudgetIsKept() async throws {
        try await LoopbackServer.run { server async throws in
            let time = TestTime()
            let model = try model(try server.url(script: [.chat("fine")]), clock: time.clock) {
                $0.requestsPerMinute = 2
                $0.longestBudgetWait = .seconds(20)
            }
            _ = try await model.send(Self.request)
            _ = try await model.send(Self.request)
            #expect(await error(model) == .budgetUsedUp(model: model.name, nextInSeconds: 60))
            time.advance(.seconds(45))
            _ = try await model.send(Self.request)
            #expect(time.slept == .seconds(15))
            #expect(try await log(server).count == 3)
        }
    }

    @Test func cancellingEndsTheRequest() async throws {
        try await LoopbackServer.run { server async throws in
            let model = try model(server.url("slow-head"))
            let task = Task { await error(model) }
            try await Task.sleep(for: .milliseconds(300))
            task.cancel()
            #expect(await task.value == .cancelled(model: model.name))
        }
    }
}
