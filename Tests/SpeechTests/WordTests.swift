import Speech
import Testing

@Suite struct WordTests {
    private func word(_ text: String) -> Word {
        Word(text: text, time: TimeRange(startSeconds: 0, endSeconds: 1))
    }

    @Test(arguments: [
        ("Um,", "um"), ("it\u{2019}s", "it's"), ("(Word)", "word"), ("mm-hmm", "mm-hmm"),
        ("\u{2019}cause", "cause"),
        ("...", ""), ("", ""), ("C++", "c"),
    ])
    func isComparedWithoutMarks(text: String, plain: String) {
        #expect(word(text).plainText == plain)
    }

    @Test func aFilledPauseIsOneWithMarksAndInCapitals() {
        #expect(["um", "Uh", "Um,", "hmm..."].allSatisfy { word($0).isFilledPause })
        #expect(["mm-hmm", "umbrella", "", "-"].allSatisfy { !word($0).isFilledPause })
    }
}
