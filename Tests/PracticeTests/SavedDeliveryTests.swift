import Audio
import Delivery
import Evaluation
import Foundation
import Interview
import Practice
import Speech
import Storage
import TestSupport
import Testing

/// How an answer was delivered stays with its session, and a session saved by an older version still opens.
@Suite struct SavedDeliveryTests {
    private let scratch: TestFolder
    private var directory: String { scratch.file("session") }
    private var document: URL { URL(filePath: directory + "/session.json") }

    init() throws { scratch = try TestFolder() }

    /// A session with one answer, in which words were said again and begun again.
    private func interview() async throws -> Interview {
        let words = "so i was um i was there i wor- i worked on the cache".split(separator: " ").map(
            String.init)
        let samples = try await TestAudio.speech(["So I was there and I worked on the cache for a year."])
        let analysis = try await AnswerAnalyzer(
            recognizer: ScriptedRecognizer(words: words), fillers: .asHeard
        )
        .analyze(LiveSource(buffers: TestAudio.buffers(samples)))
        let date = Date(timeIntervalSince1970: 1_000)
        var interview = Interview(id: "a", plan: InterviewPlan(seed: 1), startedAt: date)
        let question = Question(
            id: "one", text: "Why?", kind: .technical, category: "test", level: .mid, keyPoints: [])
        try interview.handle(.chose(question: question, followUp: nil, reason: ""))
        try interview.handle(.asked(recording: nil))
        try interview.handle(.received(.spoken(recording: "answers/01-1.wav"), at: date))
        let evaluation = RubricEvaluator().evaluate(JudgedAnswer(spoken: analysis), against: question.rubric)
        try interview.handle(.judged(analysis, evaluation))
        return interview
    }

    private func delivery(in interview: Interview) -> DeliveryReport? {
        interview.turns.first?.takes.first?.analysis?.delivery
    }

    @Test func whatWasTakenBackIsInTheAnalysisAndStaysInTheSession() async throws {
        let interview = try await interview()
        let words = try #require(interview.turns.first?.takes.first?.analysis?.transcript.words)
        let taken = try #require(delivery(in: interview)?.disfluencies)
        #expect(taken.found.map(\.text) == ["i was", "i wor-"])
        #expect(taken.found.map { words[$0.words.lowerBound].text } == ["i", "i"])
        #expect(
            taken.found.map { words[$0.words.lowerBound].time.startSeconds }
                == taken.found.map(\.time.startSeconds))
        try SessionFolder.write(interview, to: directory)
        #expect(try SessionFolder.read(directory) == interview)
    }

    @Test func aSessionSavedBeforeTheyWereLookedForStillOpens() async throws {
        let interview = try await interview()
        try SessionFolder.write(interview, to: directory)
        let saved = try JSONSerialization.jsonObject(with: Data(contentsOf: document))
        try #require(Self.holds("disfluencies", in: saved))
        try JSONSerialization.data(withJSONObject: Self.without("disfluencies", saved)).write(to: document)
        let opened = try SessionFolder.read(directory)
        let old = try #require(delivery(in: opened))
        #expect(old.disfluencies == nil)
        #expect(old.wordCount == delivery(in: interview)?.wordCount)
        try SessionFolder.write(opened, to: directory)
        #expect(try SessionFolder.read(directory) == opened, "What was not looked for stays unknown.")
    }

    private static func holds(_ key: String, in value: Any) -> Bool {
        if let object = value as? [String: Any] {
            return object[key] != nil || object.values.contains { holds(key, in: $0) }
        }
        return (value as? [Any])?.contains { holds(key, in: $0) } ?? false
    }

    private static func without(_ key: String, _ value: Any) -> Any {
        if let object = value as? [String: Any] {
            return object.filter { $0.key != key }.mapValues { without(key, $0) }
        }
        return (value as? [Any])?.map { without(key, $0) } ?? value
    }
}
