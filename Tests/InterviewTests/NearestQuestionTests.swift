import Interview
import InterviewTestSupport
import Testing

@Suite struct NearestQuestionTests {
    @Test(arguments: [
        ("behavioral-conflict", ["behavioural-conflict"]), ("cache", ["technical-cache"]),
        ("Conflict", ["behavioural-conflict"]), ("hr-wy", ["hr-why"]),
    ])
    func theIDThatIsMostAlikeComesFirst(name: String, ids: [String]) throws {
        let bank = try QuestionBank(
            ["technical-cache", "behavioural-conflict", "hr-why"].map { testQuestion($0) })
        #expect(bank.nearestIDs(to: name, limit: 1) == ids)
        #expect(bank.nearestIDs(to: name).count == 3)
    }
}
