import Archive
import Evaluation
import FoundationEssentials
import Interview
import Practice
import Records
import Storage
import Synchronization
import TestSupport
import Testing

/// A room whose judge and whose writer of follow-ups take their time.
@Suite struct JudgeTests {
    /// Judges when it is let.
    private actor SlowJudge: Judge {
        private(set) var calls = 0
        private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
        private var isOpen = false

        func evaluate(_ answer: JudgedAnswer, against rubric: Rubric) async -> Evaluation {
            calls += 1
            let call = calls
            if !isOpen { await withCheckedContinuation { waiting[call] = $0 } }
            return RubricEvaluator().evaluate(answer, against: rubric)
        }

        /// Lets one call judge, counted from 1.
        func release(_ call: Int) { waiting.removeValue(forKey: call)?.resume() }

        /// Lets all calls judge.
        func open() {
            isOpen = true
            for call in waiting.keys { release(call) }
        }

        /// Waits until so many answers have come.
        func hasCalls(_ count: Int) async throws {
            while calls < count { try await Task.sleep(for: .milliseconds(5)) }
        }
    }

    /// Writes what it is told and keeps what it was asked.
    private final class Writer: FollowUpSource {
        let text: String?
        let occasions = Mutex<[FollowUpOccasion]>([])

        init(_ text: String?) { self.text = text }

        func followUp(on occasion: FollowUpOccasion) async -> FollowUp? {
            occasions.withLock { $0.append(occasion) }
            return text.map { FollowUp(keyPointID: "another", text: $0) }
        }
    }

    private static let vague = "I talked to my colleagues about it for a while and then all of us went home."
    private static let good = "We measured the whole system for a week before changing anything in it at all."

    private let scratch: TestFolder
    private let archive: Archive

    init() async throws {
        scratch = try TestFolder()
        archive = try await Archive.open(scratch.file("home"))
    }

    private func bank() throws -> QuestionBank {
        try QuestionBank([
            Question(
                id: "first", text: "What did you do first?", kind: .behavioural, category: "test",
                level: .mid,
                keyPoints: [KeyPoint(id: "measure", statement: "Measured before changing anything")],
                sampleAnswers: ["We measured the system before we changed anything."],
                followUps: [
                    FollowUp(keyPointID: "measure", text: "What did you measure?"),
                    FollowUp(keyPointID: "measure", text: "With what?"),
                ],
                expectedDurationSeconds: 30)
        ])
    }

    private func equipment(
        judge: any Judge = RubricEvaluator(), followUps: (any FollowUpSource)? = nil
    ) -> PracticeEquipment {
        PracticeEquipment(
            synthesizer: nil, recognizers: RecognizerSet { ScriptedRecognizer(words: ["so"]) }, judge: judge,
            followUps: followUps)
    }

    private func begin(_ equipment: PracticeEquipment, followUps: Int = 0) async throws -> PracticeRoom {
        try await PracticeRoom.begin(
            InterviewPlan(
                questionCount: 1, followUpLimit: followUps,
                preferences: QuestionPreferences(mix: .behavioural), seed: 1),
            bank: bank(), equipment: equipment, archive: archive)
    }

    @Test func twoJudgementsOfOneAnswerGiveOne() async throws {
        let judge = SlowJudge()
        let room = try await begin(equipment(judge: judge))
        _ = try await room.ask()
        try await room.take(typed: Self.good)
        let (first, second) = (Task { try await room.judge() }, Task { try await room.judge() })
        try await judge.hasCalls(2)
        await judge.open()
        let results = await [first.result, second.result]
        #expect(results.count { (try? $0.get()) != nil } == 1)
        #expect(await room.interview.turns.first?.takes.count == 1)
        #expect(await room.interview.current?.finalTake?.evaluation?.overall != nil)
    }

    @Test func aJudgementThatComesLateIsNotThatOfTheNextAnswer() async throws {
        let judge = SlowJudge()
        let room = try await begin(equipment(judge: judge))
        _ = try await room.ask()
        try await room.take(typed: Self.vague)
        let late = Task { try await room.judge() }
        try await judge.hasCalls(1)
        // Meanwhile somebody else judges, and another answer comes.
        let quick = Task { try await room.judge() }
        try await judge.hasCalls(2)
        await judge.release(2)
        _ = try await quick.value
        try await room.tryAgain()
        try await room.take(typed: Self.good)
        await judge.open()
        await #expect(throws: InterviewError.self) { try await late.value }
        #expect(await room.interview.phase == .analysing)
        #expect(try await room.judge()?.evaluation?.keyPoints.first?.isCovered == true)
        #expect(await room.interview.current?.takes.first?.evaluation?.keyPoints.first?.isCovered == false)
    }

    @Test func aCancelledJudgementLeavesTheAnswerToBeJudged() async throws {
        let judge = SlowJudge()
        let room = try await begin(equipment(judge: judge))
        _ = try await room.ask()
        try await room.take(typed: Self.good)
        let judging = Task { _ = try await room.judge() }
        try await judge.hasCalls(1)
        judging.cancel()
        await judge.open()
        await #expect(throws: CancellationError.self) { try await judging.value }
        #expect(await room.interview.phase == .analysing)
        #expect(try await room.judge()?.evaluation?.overall != nil)
    }

    @Test func aWrittenFollowUpIsAskedAndKept() async throws {
        let writer = Writer("You went home: what had you found out by then?")
        let number: Int64
        do {
            let room = try await begin(equipment(followUps: writer), followUps: 1)
            let question = try #require(try await room.ask())
            #expect(writer.occasions.withLock { $0.isEmpty })
            try await room.take(typed: Self.vague)
            _ = try await room.judge()
            let next = try #require(try await room.ask())
            #expect(next.text == writer.text)
            // Whatever the writer says, it is the point that is due which is judged.
            #expect(next.followUp?.keyPointID == "measure" && next.rubric.keyPoints.map(\.id) == ["measure"])
            let occasion = try #require(writer.occasions.withLock { $0.first })
            #expect(occasion.answer.text == Self.vague && occasion.asked == [question.text])
            #expect(occasion.due.text == "What did you measure?" && occasion.point?.id == "measure")
            number = room.number
        }
        let room = try await PracticeRoom.resume(
            .number(number), bank: bank(), equipment: equipment(), archive: archive)
        #expect(try await room.ask()?.text == writer.text)
        try await room.take(typed: Self.vague)
        _ = try await room.judge()
        // The limit of the plan stays.
        #expect(try await room.ask() == nil)
    }

    @Test func aVagueClaimIsAskedAboutAndItsAnswerHasNoScore() async throws {
        let writer = Writer("You said a lot: how many seconds was that?")
        let room = try await begin(equipment(followUps: writer), followUps: 1)
        _ = try await room.ask()
        let text =
            "We measured the whole system before we changed anything. In the end we improved performance a lot."
        try await room.take(typed: text)
        _ = try await room.judge()
        let next = try #require(try await room.ask())
        // Whatever the writer says, it is the claim that is due.
        #expect(
            next.text == writer.text && next.followUp?.claim?.evidence.text == "we improved performance a lot"
        )
        let occasion = try #require(writer.occasions.withLock { $0.first })
        #expect(occasion.point == nil && occasion.due.text.hasPrefix("You said \u{201C}we improved"))
        #expect(occasion.answer.text == text)
        try await room.take(typed: "A page took 2 seconds before and 300 milliseconds after.")
        let take = try #require(try await room.judge())
        #expect(take.evaluation?.overall == nil && take.evaluation?.strengths.count == 1)
        #expect(try await room.ask() == nil)
        let summary = try await room.finish()
        #expect(summary.lines.map { $0.overall == nil } == [false, true])
    }

    @Test func withoutAWrittenFollowUpThatOfTheBankIsAsked() async throws {
        let room = try await begin(equipment(followUps: Writer(nil)), followUps: 2)
        _ = try await room.ask()
        for text in ["What did you measure?", "With what?"] {
            try await room.take(typed: Self.vague)
            _ = try await room.judge()
            #expect(try await room.ask()?.text == text)
        }
    }
}
