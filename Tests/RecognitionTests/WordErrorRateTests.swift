import Recognition
import Testing

@Suite struct WordErrorRateTests {
    @Test(arguments: [
        ("", "", 0, 0, 0), ("a b c", "a b c", 0, 0, 0), ("a b c", "a x c", 1, 0, 0),
        ("a b c", "a c", 0, 1, 0),
        ("a b c", "a b x c", 0, 0, 1), ("a b c", "", 0, 3, 0), ("", "a b", 0, 0, 2), ("a b", "b a", 2, 0, 0),
        ("the cat sat on the mat", "cat sat in the the mat", 1, 1, 1), ("a b c d", "x a b c", 0, 1, 1),
    ])
    func countsTheFewestEdits(reference: String, hypothesis: String, wrong: Int, missed: Int, added: Int) {
        let rate = WordErrorRate(
            reference: reference.split(separator: " ").map(String.init),
            hypothesis: hypothesis.split(separator: " ").map(String.init))
        #expect(rate.substitutions == wrong)
        #expect(rate.deletions == missed)
        #expect(rate.insertions == added)
        #expect(rate.errors == wrong + missed + added)
    }

    @Test func isErrorsPerReferenceWord() {
        #expect(WordErrorRate(reference: ["a", "b"], hypothesis: ["a", "x", "y"]).rate == 1)
        #expect(WordErrorRate(reference: [], hypothesis: []).rate == 0)
        #expect(WordErrorRate(reference: [], hypothesis: ["a"]).rate == .infinity)
    }

    @Test func sumsOverRecordings() {
        let sum =
            WordErrorRate(reference: ["a", "b", "c"], hypothesis: ["a", "b"])
            + WordErrorRate(reference: ["d"], hypothesis: ["d", "e"])
        #expect(sum == WordErrorRate(deletions: 1, insertions: 1, referenceWords: 4))
        #expect(sum.rate == 0.5)
    }
}
