import Archive
import Evaluation
import FoundationEssentials
import Interview
import Practice
import Records
import Storage
import TestSupport
import Testing

/// Interviews whose questions were settled before, and such as are begun later than they were planned.
@Suite struct PlannedInterviewTests {
    private let scratch: TestFolder
    private let archive: Archive
    private var equipment: PracticeEquipment {
        PracticeEquipment(
            synthesizer: nil, recognizers: RecognizerSet { ScriptedRecognizer(words: ["so"]) },
            speechCache: SpeechCache(directory: scratch.file("cache")))
    }

    init() async throws {
        scratch = try TestFolder()
        archive = try await Archive.open(scratch.file("home"))
    }

    private static let ofBank = Question(
        id: "measure", text: "How do you make a program faster?", kind: .behavioural, category: "test",
        level: .mid, keyPoints: [KeyPoint(id: "measure", statement: "Measured before changing anything")],
        followUps: [FollowUp(keyPointID: "measure", text: "What do you measure?")])
    private static let expected = Question(
        id: "cache", text: "What is a cache?", kind: .technical, category: "the job", level: .mid,
        keyPoints: [], sampleAnswers: ["A cache keeps copies of what is asked for often close by."])
    private static let textOnly = Question(
        id: "why", text: "Why us?", kind: .hr, category: "the job", level: .mid, keyPoints: [])

    private func resumed(_ number: Int64, bank: [Question] = [ofBank]) async throws -> PracticeRoom {
        try await PracticeRoom.resume(
            .number(number), bank: QuestionBank(bank), equipment: equipment, archive: archive)
    }

    @Test func settledQuestionsAreAskedInTheirOrderAcrossBreaksAndOthersNever() async throws {
        let records = archive.records
        let template = try await records.keep(
            InterviewTemplate(
                id: "t", title: "Three", questions: .own([Self.textOnly, Self.ofBank, Self.expected])))
        let number = try await records.use(template: .number(template.number)).number
        var asked: [String] = []
        // Each step in a room of its own, as after a crash; the bank does not know two of the questions.
        for answer in [
            "Because I like it.", "I would try this and that.", "I look at the clock.", "Copies close by.",
        ] {
            let room = try await resumed(number)
            let turn = try #require(try await room.ask())
            asked.append(turn.followUp == nil ? turn.question.id : "follow-up")
            await room.leave()
            let again = try await resumed(number)
            #expect(try await again.ask() == turn, "It stands where it stood.")
            try await again.take(typed: answer)
            await again.leave()
            let judging = try await resumed(number)
            let take = try #require(try await judging.judge())
            await judging.leave()
            if turn.question.id == "why" {
                #expect(take.evaluation?.score(.completeness) == nil, "Nothing says what a good answer has.")
            }
        }
        #expect(asked == ["why", "measure", "follow-up", "cache"])
        let room = try await resumed(number)
        #expect(try await room.ask() == nil)
        let summary = try await room.finish()
        #expect(summary.state == .completed)
        let used = try await records.template(.id("t"))
        #expect(used.useCount == 1 && used.completedCount == 1)
    }

    @Test func anInterviewThatChoosesItsQuestionsKnowsWhatWasAnsweredUntilItBegan() async throws {
        let others = ["b", "c"].map {
            Question(
                id: $0, text: "What did you do \($0)?", kind: .behavioural, category: "test", level: .mid,
                keyPoints: [KeyPoint(id: "measure", statement: "Measured before changing anything")])
        }
        let bank = [Self.ofBank] + others
        let template = try await archive.records.keep(
            InterviewTemplate(id: "t", title: "Two", kind: .behavioural, questions: .chosen(2)))
        let planned = try await archive.records.use(template: .number(template.number))
        let before = try await PracticeRoom.begin(
            InterviewPlan(
                questionCount: 1, followUpLimit: 0, preferences: QuestionPreferences(mix: .behavioural),
                seed: 1), bank: QuestionBank(bank), equipment: equipment, archive: archive)
        let had = try #require(try await before.ask()).question.id
        try await before.take(typed: "I measured everything before I changed anything.")
        _ = try await before.judge()
        _ = try await before.finish()
        var asked: [String] = []
        for _ in 0..<2 {
            let room = try await resumed(planned.number, bank: bank)
            #expect(await room.interview.plan.history?.questions.map(\.id) == [had])
            asked.append(try #require(try await room.ask()).question.id)
            try await room.take(typed: "I measured everything before I changed anything.")
            _ = try await room.judge()
            await room.leave()
        }
        #expect(!asked.contains(had) && Set(asked).count == 2, "\(asked)")
    }
}
