import Evaluation
import Interview
import InterviewTestSupport
import Testing

@Suite struct QuestionStatisticsTests {
    @Test func sortsAreCountedInTheirOrder() {
        let statistics = QuestionStatistics(of: [
            testQuestion("a", kind: .hr, category: "x", level: .senior, roles: ["Designer", "Analyst"]),
            testQuestion("b", category: "y", level: .junior, roles: ["Designer", "Designer"]),
            testQuestion("c", category: "y", level: .junior),
        ])
        #expect(statistics.questions == 3)
        #expect(
            statistics.kinds == [.init(name: "technical", questions: 2), .init(name: "hr", questions: 1)])
        #expect(statistics.categories == [.init(name: "y", questions: 2), .init(name: "x", questions: 1)])
        #expect(
            statistics.levels == [.init(name: "junior", questions: 2), .init(name: "senior", questions: 1)])
        #expect(
            statistics.roles == [.init(name: "Designer", questions: 2), .init(name: "Analyst", questions: 1)])
        #expect(statistics.forEveryRole == 1)
    }

    @Test func noQuestionsGiveNoCounts() {
        let statistics = QuestionStatistics(of: [])
        #expect(statistics.questions == 0 && statistics.kinds.isEmpty && statistics.roles.isEmpty)
    }
}
