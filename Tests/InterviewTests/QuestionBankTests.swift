import Evaluation
import Interview
import Testing

@Suite struct QuestionBankTests {
    private func question(
        _ id: String, kind: QuestionKind = .technical, level: QuestionLevel = .mid, roles: [String] = []
    ) -> Question {
        Question(id: id, text: "Why?", kind: kind, category: "any", level: level, roles: roles, keyPoints: [])
    }

    @Test func questionsAreFoundByNameAndFilteredByEverythingGiven() throws {
        let bank = try QuestionBank([
            question("a"), question("b", kind: .hr), question("c", level: .senior),
            question("d", roles: ["Data Scientist"]),
        ])
        #expect(bank["b"]?.kind == .hr)
        #expect(bank["z"] == nil)
        #expect(bank.questions(kind: .technical).map(\.id) == ["a", "c", "d"])
        #expect(bank.questions(role: "data scientist", level: .mid).map(\.id) == ["a", "b", "d"])
        #expect(bank.questions(kind: .technical, role: "Product Manager").map(\.id) == ["a", "c"])
    }

    @Test func allDuplicatesAreNamed() {
        #expect(throws: QuestionBankError.duplicateIDs(["a", "b"])) {
            try QuestionBank([question("a"), question("b"), question("a"), question("b"), question("a")])
        }
    }

    @Test func theRubricCarriesWhatTheJudgeNeeds() {
        var question = question("a", kind: .behavioural)
        question.keyPoints = [KeyPoint(id: "p", statement: "Says it.")]
        question.sampleAnswers = ["I said it."]
        question.expectedDurationSeconds = 40
        let rubric = question.rubric
        #expect(rubric.keyPoints == question.keyPoints)
        #expect(rubric.sampleAnswers == question.sampleAnswers)
        #expect(rubric.kind == .behavioural)
        #expect(rubric.expectedDurationSeconds == 40)
    }

    @Test func levelsStayWithinTheFour() {
        #expect(QuestionLevel.expert.advanced(by: 1) == .expert)
        #expect(QuestionLevel.junior.advanced(by: -1) == .junior)
        #expect(QuestionLevel.junior < .senior)
    }
}
