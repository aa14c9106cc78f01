import Language
import Testing

@Suite struct SentencesTests {
    @Test(arguments: [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("We use Node.js 3.5, e.g. here. Yes.", ["We use Node.js 3.5, e.g. here.", "Yes."]),
        ("- first\n- second", ["- first", "- second"]), ("no punctuation at all", ["no punctuation at all"]),
        ("", []), ("...", []), ("Wait... what?", ["Wait...", "what?"]),
        ("He said \"no.\" Then left.", ["He said \"no.\"", "Then left."]),
    ])
    func sentencesAreCutAtTheirEnds(text: String, sentences: [String]) {
        #expect(Sentences.split(text).map(\.text) == sentences)
    }

    @Test func theRangeIsThatOfTheText() {
        let text = " One.  Two."
        let characters = Array(text)
        #expect(Sentences.split(text).map { String(characters[$0.characters]) } == ["One.", "Two."])
    }
}
