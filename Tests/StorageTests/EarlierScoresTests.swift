import Evaluation
import FoundationEssentials
import Interview
import Storage
import TestSupport
import Testing

/// The scores of earlier interviews, as they were saved.
@Suite struct EarlierScoresTests {
    private let scratch: TestFolder
    private var library: SessionLibrary { SessionLibrary(directory: scratch.file("sessions")) }

    init() throws { scratch = try TestFolder() }

    /// Saves an interview of one answer that began at `second`; its score is its `overall`.
    private func save(
        second: Double, overall: Double?, isFinished: Bool = true, layers: [JudgementLayer]? = [.coverage]
    ) throws {
        let date = Date(timeIntervalSince1970: second)
        var interview = Interview(id: "id-\(second)", plan: InterviewPlan(seed: 1), startedAt: date)
        let question = Question(
            id: "one", text: "What is one?", kind: .technical, category: "test", level: .mid,
            keyPoints: [KeyPoint(id: "a", statement: "It is quick.")])
        try interview.handle(.chose(question: question, followUp: nil, reason: ""))
        try interview.handle(.asked(recording: nil))
        try interview.handle(.received(.typed(text: "It is quick."), at: date))
        var evaluation = RubricEvaluator().evaluate(
            JudgedAnswer(typed: "It is quick."), against: question.rubric)
        evaluation.overall = overall
        evaluation.layers = layers
        try interview.handle(.judged(nil, evaluation))
        if isFinished { try interview.handle(.finished(at: date)) }
        try SessionFolder(creating: library.path(forNew: interview)).save(interview)
    }

    @Test func theLastOnesBeforeADateComeInTheOrderOfTime() throws {
        for second in [10.0, 20, 30, 40, 50] { try save(second: second, overall: second) }
        let before = Date(timeIntervalSince1970: 50)
        #expect(try library.scores(before: before, judged: .offline, count: 9) == [10, 20, 30, 40])
        #expect(try library.scores(before: before, judged: .offline, count: 2) == [30, 40])
    }

    @Test func unfinishedUnscoredAndUnreadableOnesDoNotCount() throws {
        try save(second: 10, overall: 10)
        try save(second: 20, overall: nil)
        try save(second: 30, overall: 30, isFinished: false)
        try FileManager.default.createDirectory(
            atPath: scratch.file("sessions/1970-01-01-000040-x"), withIntermediateDirectories: true)
        try TestFile.write("{", to: scratch.file("sessions/1970-01-01-000040-x/session.json"))
        let scores = try library.scores(
            before: Date(timeIntervalSince1970: 50), judged: .offline, count: 9)
        #expect(scores == [10])
    }

    @Test func aFolderThatIsNotThereHasNone() throws {
        let before = Date(timeIntervalSince1970: 50)
        #expect(try library.scores(before: before, judged: .offline, count: 9).isEmpty)
    }

    @Test func onlyThoseThatWereJudgedInTheSameWayCount() throws {
        try save(second: 10, overall: 10)
        try save(second: 20, overall: 20, layers: [.coverage, .languageModel])
        try save(second: 30, overall: 30)
        try save(second: 40, overall: 40, layers: nil)
        let before = Date(timeIntervalSince1970: 50)
        #expect(try library.scores(before: before, judged: .offline, count: 9) == [10, 30])
        #expect(try library.scores(before: before, judged: .languageModel, count: 9) == [20])
    }
}
