import Evaluation
import Interview
import InterviewTestSupport
import Testing

/// What is expected of answers to a question that nobody said it of.
@Suite struct AlikeQuestionsTests {
    private let points = [
        KeyPoint(id: "rows", statement: "An index finds rows without reading the whole table.", weight: 1)
    ]

    @Test func itIsWhatIsExpectedOfTheMostAlike() {
        let alike = AlikeQuestions([
            testQuestion("story", "Tell me about a conflict in your team."),
            testQuestion("index", "What does an index of a database do?", points: points),
        ])
        var asked = testQuestion("asked", "What does a database index do?")
        asked.keyPoints = []
        asked.sampleAnswers = []
        asked.criteria = []
        #expect(!asked.saysWhatIsExpected)
        let completed = alike.completing(asked)
        #expect(completed.keyPoints == points)
        #expect(completed.id == asked.id && completed.text == asked.text)
        var other = asked
        other.text = "Why do you want to work here?"
        #expect(alike.completing(other) == other, "None asks nearly the same.")
        var own = asked
        own.sampleAnswers = ["It finds rows."]
        #expect(own.saysWhatIsExpected && alike.completing(own) == own)
        #expect(AlikeQuestions([]).completing(asked) == asked)
    }
}
