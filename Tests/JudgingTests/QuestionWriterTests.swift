import Chat
import Evaluation
import Foundation
import HTTPClient
import Interview
import Speech
import TestSupport
import Testing

@testable import Judging

@Suite(.enabled(if: LoopbackServer.isAvailable)) struct QuestionWriterTests {
    private typealias Reply = LoopbackServer.Reply
    private let transport: HTTPTransport

    init() throws { transport = try HTTPTransport() }

    private func written(
        _ url: URL, _ wishes: [QuestionWish] = [WrittenCase.wish], besides known: [Question] = [],
        limit: Duration = QuestionWriter.limit
    ) async throws -> [WrittenQuestions] {
        let model = try ChatModel(
            ChatConfiguration(baseURL: url, model: "test-1", retries: .never), transport: transport,
            environment: [:])
        return await QuestionWriter(model: model, judge: RubricEvaluator(), limit: limit)
            .questions(for: wishes, besides: known)
    }

    /// The bodies of the requests that the server got.
    private func requests(_ server: LoopbackServer) async throws -> [JSONValue] {
        let response = try await transport.send(HTTPRequest(.get, server.url("log")))
        return try JSONDecoder().decode([LoopbackServer.Received].self, from: Data(response.body))
            .map { try JSONDecoder().decode(JSONValue.self, from: Data($0.body.utf8)) }
    }

    private func messages(_ request: JSONValue) -> [JSONValue] {
        if case .list(let messages)? = request["messages"] { messages } else { [] }
    }

    @Test func goodQuestionsNeedOneRequestAndTheSubjectGoesAlongAsData() async throws {
        try await LoopbackServer.run { server async throws in
            let text = "```json\n\(WrittenCase.answer(WrittenCase.partitions(), WrittenCase.offsets()))\n```"
            let known = Question(
                id: "own", text: "What do you know about Kafka?", kind: .technical, category: "messaging",
                level: .mid, keyPoints: [])
            let all = try await written(try server.url(script: [.chat(text)]), besides: [known])
            #expect(all.count == 1 && all[0].questions.count == 2 && all[0].reason == nil)
            #expect(all[0].questions.allSatisfy { $0.model == "test-1 at 127.0.0.1" })
            let requests = try await requests(server)
            #expect(requests.count == 1)
            let messages = messages(try #require(requests.first))
            guard messages.count == 2, case .text(let material)? = messages[1]["content"] else {
                Issue.record("\(messages)")
                return
            }
            let sent = try JSONDecoder().decode(JSONValue.self, from: Data(material.utf8))
            #expect(
                sent["subject"] == "Kafka" && sent["count"] == 2
                    && sent["levels"] == ["mid", "senior", "junior"])
            #expect(sent["asked"] == [.text(known.text)])
            if case .text(let rules)? = messages[0]["content"] { #expect(!rules.contains("Kafka")) }
        }
    }

    @Test func whatWasWrongIsMendedOnce() async throws {
        try await LoopbackServer.run { server async throws in
            let wrong = WrittenCase.offsets { $0["expected_seconds"] = 9000 }
            let url = try server.url(script: [
                .chat(WrittenCase.answer(WrittenCase.partitions(), wrong)),
                .chat(WrittenCase.answer(WrittenCase.offsets())),
            ])
            let all = try await written(url)
            #expect(all[0].questions.count == 2 && all[0].reason == nil)
            let requests = try await requests(server)
            #expect(requests.count == 2)
            let last = messages(try #require(requests.last)).last?["content"]
            guard case .text(let repair)? = last else {
                Issue.record("\(requests)")
                return
            }
            #expect(repair.contains("question 2, expected_seconds: it must be a number from 20 to 300"))
            #expect(repair.contains("exactly 1"))
        }
    }

    @Test func whatStaysWrongIsLeftOutAndTold() async throws {
        try await LoopbackServer.run { server async throws in
            let wrong = WrittenCase.answer(
                WrittenCase.partitions(), WrittenCase.offsets { $0["hints"] = [] })
            let all = try await written(try server.url(script: [.chat(wrong)]))
            // The mended one was the first again, which is asked already.
            #expect(all[0].questions.count == 1)
            #expect(all[0].reason?.contains("could not be used twice") == true, "\(all[0].reason ?? "")")
            #expect(try await requests(server).count == 2)
        }
    }

    @Test(arguments: ["Sure! Here are your questions.", "{}", "", #"{"questions": [{}]}"#])
    func garbageTwiceIsNone(text: String) async throws {
        try await LoopbackServer.run { server async throws in
            let all = try await written(
                try server.url(script: [.chat(text)]), [WrittenCase.wish, WrittenCase.wish])
            #expect(all.count == 2 && all.allSatisfy { $0.questions.isEmpty && $0.reason != nil })
        }
    }

    @Test func anAnswerThatWasCutOffLeavesTheOtherSubjectsTheirs() async throws {
        try await LoopbackServer.run { server async throws in
            let url = try server.url(script: [
                .chat("{\"questions\": [", finish: "length"),
                .chat(WrittenCase.answer(WrittenCase.partitions(), WrittenCase.offsets())),
            ])
            let all = try await written(url, [WrittenCase.wish, WrittenCase.wish])
            #expect(all[0].questions.isEmpty && all[0].reason?.contains("cut off") == true)
            #expect(all[1].questions.count == 2 && all[1].reason == nil)
        }
    }

    @Test func whoCannotBeAskedIsNotAskedForTheOtherSubjects() async throws {
        try await LoopbackServer.run { server async throws in
            for path in ["status/500", "cut", "status/401"] {
                let all = try await written(server.url(path), [WrittenCase.wish, WrittenCase.wish])
                #expect(all.allSatisfy { $0.questions.isEmpty && $0.reason?.contains("test-1") == true })
            }
            #expect(try await requests(server).count == 3)
        }
    }

    @Test func whatComesTooLateIsNotWaitedFor() async throws {
        try await LoopbackServer.run { server async throws in
            let all = try await written(
                server.url("slow-head"), [WrittenCase.wish, WrittenCase.wish], limit: .seconds(1))
            for questions in all {
                #expect(questions.questions.isEmpty)
                #expect(
                    questions.reason?.contains("in the time that was left") == true,
                    "\(questions.reason ?? "")")
            }
        }
    }

    @Test func aSecondSubjectGetsNothingThatTheFirstOneHas() async throws {
        try await LoopbackServer.run { server async throws in
            let text = WrittenCase.answer(WrittenCase.partitions(), WrittenCase.offsets())
            let all = try await written(
                try server.url(script: [.chat(text)]), [WrittenCase.wish, WrittenCase.wish])
            #expect(all[0].questions.count == 2 && all[1].questions.isEmpty)
            #expect(all[1].reason?.contains("nearly the same") == true, "\(all[1].reason ?? "")")
        }
    }

    @Test func manyQuestionsAreAskedForInParts() async throws {
        try await LoopbackServer.run { server async throws in
            var wish = WrittenCase.wish
            wish.count = 3
            let text = WrittenCase.answer(WrittenCase.partitions(), WrittenCase.offsets())
            let all = try await written(try server.url(script: [.chat(text)]), [wish])
            #expect(all[0].questions.count == 2 && all[0].reason != nil)
            // Two, then one and its repair: nothing new came.
            #expect(try await requests(server).count == 3)
        }
    }

    @Test func aWishFollowsThePreferences() {
        let senior = QuestionWish(
            WrittenCase.kafka, preferences: QuestionPreferences(mix: .mixed, role: "Nurse", level: .expert),
            count: 3)
        #expect(senior.levels == [.expert, .senior] && senior.role == "Nurse")
        #expect(senior.kinds == [.technical, .behavioural, .situational])
        for mix in QuestionPreferences.Mix.allCases { #expect(!QuestionWish.kinds(of: mix).isEmpty) }
    }
}
