import Testing

@testable import Evaluation

@Suite struct DiscourseTests {
    private let text = """
        First I look at the monitoring to see which statement takes the time, and then I read the plan, because it \
        shows what the database really does. Very often there is a missing index on the columns in the filter, for \
        example on a foreign key, so I add it and measure the query again.
        """

    private func discourse(_ text: String, source: Hearing.Source = .typed) -> Discourse {
        Discourse(AnswerText(JudgedAnswer(typed: text)), source: source)
    }

    /// The words in another order that is the same every time.
    private func shuffled(_ text: String) -> String {
        let words = text.split(separator: " ")
        return words.sorted {
            ($0.reversed().map(String.init).joined(), $0) < ($1.reversed().map(String.init).joined(), $1)
        }
        .joined(separator: " ")
    }

    @Test func connectedSpeechHasItAll() {
        #expect(discourse(text).share == 1)
        #expect(discourse(text).contentFactor == 1)
    }

    @Test func wordsInAnotherOrderAreNoticedThoughTheyAreTheSame() {
        let broken = discourse(shuffled(text))
        #expect(broken.functionWords == discourse(text).functionWords)
        #expect(broken.wordOrder < 0.3)
        #expect(discourse(shuffled(text), source: .spoken).wordOrder >= broken.wordOrder)
    }

    @Test func aListHasNoFunctionWords() {
        #expect(discourse("cache index query plan table join lock").functionWords == 0)
    }

    @Test func repeatingTheSameIsNoticed() {
        let repeated = Array(repeating: "the cache is good and", count: 12).joined(separator: " ")
        #expect(discourse(repeated).variety < 0.2)
        #expect(discourse(text).variety == 1)
    }

    @Test func nothingIsNotDividedByNothing() {
        #expect(discourse("").share == 0)
        #expect(discourse("the").share.isFinite)
    }
}
