import DatabaseTestSupport
import Evaluation
import Foundation
import Interview
import InterviewTestSupport
import Records
import Testing

@Suite("The scores of earlier interviews")
struct EarlierScoresTests {
    /// Keeps an interview of one answer that began at `second`; its score is its `overall`.
    private static func keep(
        _ records: Records, second: Double, overall: Double?, isFinished: Bool = true,
        layers: [JudgementLayer]? = [.coverage]
    ) async throws {
        let date = Date(timeIntervalSince1970: second)
        var interview = try testInterview(
            [
                TestTurn(testQuestion("one"), "It is quick.") { evaluation in
                    evaluation.overall = overall
                    evaluation.layers = layers
                }
            ], id: "id-\(second)", startedAt: date)
        if isFinished { try interview.handle(.finished(at: date)) }
        try await records.keep(interview)
    }

    @Test("The last ones before a date, in the order of time, judged in one way", arguments: TestDatabase.all)
    func scores(kind: TestDatabase) async throws {
        try await kind.run { database in
            let records = try await Records(database: database)
            for second in [10.0, 20, 30, 40, 50] {
                try await Self.keep(records, second: second, overall: second)
            }
            try await Self.keep(records, second: 41, overall: nil)
            try await Self.keep(records, second: 42, overall: 42, isFinished: false)
            try await Self.keep(records, second: 43, overall: 43, layers: [.coverage, .languageModel])
            try await Self.keep(records, second: 44, overall: 44, layers: nil)
            let before = Date(timeIntervalSince1970: 50)
            let all = try await records.scores(before: before, judged: .offline, count: 9)
            #expect(all == [10, 20, 30, 40])
            let two = try await records.scores(before: before, judged: .offline, count: 2)
            #expect(two == [30, 40])
            let others = try await records.scores(before: before, judged: .languageModel, count: 9)
            #expect(others == [43])
        }
    }
}
