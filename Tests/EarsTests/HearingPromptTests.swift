import Speech
import Testing

@testable import Recognition

@Suite struct HearingPromptTests {
    @Test func theTermsStandLastAndTheQuestionBeforeThem() {
        #expect(
            HearingPrompt(Spoken.context).text
                == "I would shard the database. horizontal scaling. Caching! How would you scale a service? Kubernetes, CI/CD."
        )
    }

    @Test func nothingKnownIsNoPrompt() {
        #expect(HearingPrompt(nil).text.isEmpty)
        #expect(HearingPrompt(HearingContext(question: " ")).text.isEmpty)
    }

    @Test func aLongContextIsCutWhereItCountsLeast() {
        let many = HearingContext(
            question: String(repeating: "question ", count: 500),
            sampleAnswers: [String(repeating: "answer ", count: 500)],
            keyPoints: [String(repeating: "point ", count: 100)], terms: (0..<500).map { "term\($0)" })
        let text = HearingPrompt(many).text
        let words = text.split(separator: " ")
        #expect(words.count <= HearingPrompt.limitWords && words.count > 190)
        #expect(text.hasSuffix("term78, term79."))
        #expect(words.count { $0.hasPrefix("question") } == 60)
        #expect(words.count { $0.hasPrefix("point") } == 60 && !text.contains("answer"))
        #expect(HearingPrompt(many, limitWords: 3).text == "term0, term1, term2.")
        #expect(HearingPrompt(many, limitWords: -1).text.isEmpty)
    }

    @Test func aPromptIsOneLineWithoutControls() {
        let text = HearingPrompt(HearingContext(question: "a\n\tb\0c \u{1B}[2J", terms: ["d\r\ne"])).text
        #expect(text == "a bc [2J. d e.")
    }
}
