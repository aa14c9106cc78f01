import Speech
import Testing

@testable import Recognition

@Suite struct WhisperPromptTests {
    private func text(_ context: HearingContext) throws -> String {
        let vocabulary = try TestWords.vocabulary()
        return vocabulary.text(of: WhisperPrompt(context: context).tokens(vocabulary: vocabulary))
    }

    @Test func endsWithTheQuestion() throws {
        let context = HearingContext(
            question: "Why?", sampleAnswers: ["One answer.", "Another."],
            keyPoints: ["A point.", "A second."],
            terms: ["C++", ".NET"])
        #expect(try text(context) == " One answer. A point. A second. C++, .NET. Why?")
    }

    @Test func nothingKnownIsNoPrompt() throws {
        #expect(try text(HearingContext(question: "")) == "")
        #expect(try text(HearingContext(question: "Why?")) == " Why?")
    }
}
