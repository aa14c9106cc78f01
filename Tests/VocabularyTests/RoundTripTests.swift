import Speech
import Testing

@testable import Vocabulary

@Suite struct RoundTripTests {
    private static let openings = [
        "we moved", "i think", "um so we measured", "then they built", "it took", "don't forget", "i'm sure",
        "on monday we saw", "in germany we kept", "at first we had",
    ]
    private static let terms = [
        "postgresql", "ci/cd", "node.js", "kubernetes's", "the rest", "a react component", "c++", "r&d",
        "apis", "redis",
        "python three point eleven", "an ai model", "json", "ios", "the backend", "somebody else",
    ]
    private static let units = [
        "milliseconds", "percent", "users", "dollars", "requests per second", "megabytes", "times", "people",
        "minutes",
    ]

    /// What was said is what would be said of how it is written.
    @Test func whatIsWrittenIsSaidAsItWasHeard() throws {
        var random = SeededNumbers(seed: 11)
        let writer = WrittenText(lexicon: try TestVocabulary.lexicon())
        let speaker = try TestVocabulary.speaker()
        for _ in 0..<600 {
            let number = number(&random)
            var parts = [
                Self.openings[random.next(below: Self.openings.count)],
                Self.terms[random.next(below: Self.terms.count)],
                "for", number, Self.units[random.next(below: Self.units.count)],
            ]
            if random.next(below: 2) == 0 {
                parts += [["0.3", "0.9", "1.4"][random.next(below: 3)], "so it worked"]
            }
            if random.next(below: 3) == 0 {
                parts += ["since", NumberWords.year(1700 + random.next(below: 300)).joined(separator: " ")]
            }
            let words = TestVocabulary.heard(parts.joined(separator: " "))
            let text = WrittenText.joined(writer.tokens(of: words))
            #expect(speaker.sentences(of: text).flatMap { $0 } == words.map(\.text), "\(text)")
        }
    }

    private func number(_ random: inout SeededNumbers) -> String {
        let words =
            switch random.next(below: 5) {
            case 0: NumberWords.cardinal(random.next(below: 10))
            case 1: NumberWords.cardinal(random.next(below: 1_000))
            case 2: NumberWords.cardinal(random.next(below: 900_000))
            case 3:
                NumberWords.decimal(whole: random.next(below: 100), fraction: String(random.next(below: 10)))
            default: NumberWords.cardinal(1 + random.next(below: 900)) + ["million"]
            }
        return words.joined(separator: " ")
    }
}
