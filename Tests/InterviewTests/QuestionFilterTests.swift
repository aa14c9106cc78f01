import Evaluation
import Interview
import InterviewTestSupport
import Testing

@Suite struct QuestionFilterTests {
    private static let questions = [
        testQuestion("a", kind: .hr, category: "motives", level: .junior, tags: ["star"]),
        testQuestion("b", category: "databases", level: .senior, roles: ["Data Scientist"]),
        testQuestion("c", category: "databases", roles: ["Web Developer"], tags: ["SQL"]),
    ]

    @Test(arguments: [
        (QuestionFilter(), ["a", "b", "c"]), (QuestionFilter(kind: .hr), ["a"]),
        (QuestionFilter(category: "Databases"), ["b", "c"]), (QuestionFilter(level: .mid), ["c"]),
        (QuestionFilter(role: "data scientist"), ["a", "b"]), (QuestionFilter(tag: "sql"), ["c"]),
        (QuestionFilter(category: "databases", level: .junior), []),
    ])
    func everythingGivenMustFit(filter: QuestionFilter, ids: [String]) {
        #expect(Self.questions.filter(filter.fits).map(\.id) == ids)
    }
}
