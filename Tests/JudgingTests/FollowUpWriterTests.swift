import Chat
import Evaluation
import Foundation
import HTTPClient
import Interview
import Speech
import TestSupport
import Testing

@testable import Judging

@Suite(.enabled(if: LoopbackServer.isAvailable)) struct FollowUpWriterTests {
    private let transport: HTTPTransport

    init() throws { transport = try HTTPTransport() }

    private func occasion(_ text: String = JudgedCase.text) throws -> FollowUpOccasion {
        let point = try #require(JudgedCase.rubric.keyPoints.last)
        let due = FollowUp(keyPointID: point.id, text: "What does an index cost?")
        let question = Question(
            id: "index", text: JudgedCase.rubric.question, kind: .technical, category: "databases",
            level: .mid, keyPoints: JudgedCase.rubric.keyPoints, followUps: [due])
        return FollowUpOccasion(
            question: question, point: point, asked: [question.text], answer: JudgedAnswer(typed: text),
            due: due)
    }

    private func followUp(_ url: URL, _ occasion: FollowUpOccasion) async throws -> FollowUp? {
        let model = try ChatModel(
            ChatConfiguration(
                baseURL: url, model: "test-1", answerLimit: .seconds(2), retries: .never),
            transport: transport, environment: [:])
        return await FollowUpWriter(model: model).followUp(on: occasion)
    }

    @Test func aGoodQuestionIsTaken() async throws {
        try await LoopbackServer.run { server async throws in
            let text = "You said that it takes memory: what else gets more expensive?"
            let url = try server.url(script: [.chat(JudgePrompt.written(["question": .text(text)]))])
            #expect(try await followUp(url, occasion()) == FollowUp(keyPointID: "writes", text: text))
        }
    }

    @Test func aVagueClaimIsSentInThePlaceOfAPoint() async throws {
        try await LoopbackServer.run { server async throws in
            let claim = VagueClaim(
                sort: .change, evidence: Evidence(text: "it made things much better"), words: 0..<5)
            var occasion = try occasion()
            occasion.point = nil
            occasion.due = FollowUp(target: .claim(claim), text: "How much?")
            let text = "You said it made things much better: by how much?"
            let url = try server.url(script: [.chat(JudgePrompt.written(["question": .text(text)]))])
            #expect(try await followUp(url, occasion) == FollowUp(target: .claim(claim), text: text))
            let response = try await transport.send(HTTPRequest(.get, server.url("log")))
            let bodies = try JSONDecoder().decode([LoopbackServer.Received].self, from: Data(response.body))
            let request = try JSONDecoder().decode(
                JSONValue.self, from: Data(#require(bodies.first).body.utf8))
            guard case .list(let messages)? = request["messages"], messages.count == 2,
                case .text(let material)? = messages[1]["content"]
            else {
                Issue.record("\(request)")
                return
            }
            let sent = try JSONDecoder().decode(JSONValue.self, from: Data(material.utf8))
            #expect(sent["vague_claim"] == .text("it made things much better"))
            #expect(sent["claim_lacks"] != nil && sent["missing_point"] == nil)
        }
    }

    @Test(arguments: [
        "Tell me about writes.", "What about writes? And reads?", "What?", "",
        "What does a database index do?", "And what do indexes do in databases?",
        "What about writes?\u{1B}[31m really?", "What about \u{202E}writes then?",
        "What\u{200B} about writes then?", "Line\nbreak, what about it?",
        String(repeating: "very ", count: 45) + "long?",
    ])
    func whatCannotBeAskedIsLeftOut(question: String) throws {
        let text = JudgePrompt.written(["question": .text(question)])
        #expect(FollowUpWriter.question(in: text, notAmong: [JudgedCase.rubric.question]) == nil)
    }

    @Test(arguments: ["nonsense", "{}", #"{"question": 7}"#, "[]"])
    func anotherShapeIsLeftOut(text: String) {
        #expect(FollowUpWriter.question(in: text, notAmong: []) == nil)
    }

    @Test func whoCannotBeAskedWritesNothing() async throws {
        try await LoopbackServer.run { server async throws in
            for path in ["garbage", "slow-head", "status/500", "cut"] {
                #expect(try await followUp(server.url(path), occasion()) == nil)
            }
            let url = try server.url(script: [.chat(#"{"question": "What gets slower then?"}"#)])
            #expect(try await followUp(url, occasion("I do not know.")) == nil)
        }
    }
}
