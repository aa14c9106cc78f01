import Speech
import Synthesis
import Testing

@Suite struct PassagesTests {
    @Test func keepsAShortTextWhole() {
        #expect(Array(Passages(of: " Hello. World. \n", limit: 100)) == ["Hello. World."])
    }

    @Test(arguments: ["", " \n "])
    func hasNoneOfAnEmptyText(text: String) {
        #expect(Array(Passages(of: text)).isEmpty)
    }

    @Test func cutsAtParagraphsThenSentencesThenSpacesThenTheLimit() {
        #expect(Array(Passages(of: "One. Two.\n\nThree. Four.", limit: 18)) == ["One. Two.", "Three. Four."])
        #expect(
            Array(Passages(of: "One two. Three four five.", limit: 14)) == [
                "One two.", "Three four", "five.",
            ])
        #expect(Array(Passages(of: "abcdefghij", limit: 4)) == ["abcd", "efgh", "ij"])
        #expect(Array(Passages(of: "pi is 3.14159 or so", limit: 10)) == ["pi is", "3.14159 or", "so"])
    }

    @Test(arguments: [1, 2, 3, 7, 50, 1_000])
    func losesNothingButSpacesAndKeepsTheLimit(limit: Int) {
        let text = String(
            repeating: "Étude no. 3! “Well,” said she… 😀 你好。 A\u{301}nd\r\n\r\nthen: nothing 👩‍👩‍👧‍👦. ", count: 30)
        let passages = Array(Passages(of: text, limit: limit))
        #expect(passages.allSatisfy { $0.unicodeScalars.count <= limit && !$0.isEmpty })
        let joined = passages.joined().unicodeScalars.filter { !$0.properties.isWhitespace }
        #expect(Array(joined) == text.unicodeScalars.filter { !$0.properties.isWhitespace })
    }

    @Test func speaksABookPassageByPassage() async throws {
        let book = String(repeating: "It was the best of times. It was the worst of times.\n\n", count: 12)
        var words: [String] = []
        for passage in Passages(of: book, limit: 200) {
            let speech = try await EspeakSynthesizer.shared.speak(
                passage, style: .init(rateWordsPerMinute: 450))
            words += speech.words.map(\.text)
        }
        #expect(words.count == 12 * 12, "\(words)")
    }
}
