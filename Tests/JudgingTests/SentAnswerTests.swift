import Evaluation
import Testing

@testable import Judging

@Suite struct SentAnswerTests {
    private let sent = SentAnswer(
        JudgedAnswer(
            spoken: "So um we don't use rabbit mq we drew a plan and then we um shipped it".split(
                separator: " "
            )
            .enumerated().map { HeardWord(text: String($1), timeSeconds: Double($0)) },
            delivery: nil, durationSeconds: 16, expectedWordErrorRate: nil))

    private func found(_ quote: String) -> Evidence? {
        if case .found(let evidence) = sent.find(quote) { evidence } else { nil }
    }

    @Test(arguments: [
        ("we drew a plan", "we drew a plan", 7), ("We drew -- a PLAN!", "we drew a plan", 7),
        ("we do not use Rabbit MQ.", "we don't use rabbit mq", 2),
        ("so we don't use", "So um we don't use", 0), ("then we shipped", "then we um shipped", 12),
        ("drew a plan … shipped it", "drew a plan … shipped it", 8),
        ("drew a plan... shipped it", "drew a plan … shipped it", 8),
        ("…shipped it…", "shipped it", 15),
    ])
    func aQuotationIsFoundInTheWordsOfTheAnswer(quote: String, words: String, second: Double) {
        #expect(found(quote) == Evidence(text: words, timeSeconds: second))
    }

    @Test(arguments: [
        "we drew the plan", "shipped it … drew a plan", "rabbitmq", "we planned",
        "a plan and then we um shipped it all",
    ])
    func whatWasNotSaidIsAbsent(quote: String) { #expect(sent.find(quote) == .absent) }

    @Test(arguments: ["", "…", "and then we", "So we", "!?", "um"])
    func whatHasNoContentProvesNothing(quote: String) { #expect(sent.find(quote) == .empty) }

    @Test func aLongAnswerIsCutAtAWord() {
        let answer = JudgedAnswer(typed: String(repeating: "seven letters ", count: 3000))
        let sent = SentAnswer(answer)
        #expect(sent.isCut && sent.text.count <= SentAnswer.limitCharacters)
        #expect(sent.text.hasSuffix("seven") || sent.text.hasSuffix("letters"))
        let word = SentAnswer(JudgedAnswer(typed: String(repeating: "a", count: 50_000) + " b"))
        #expect(word.isCut && word.text.count == SentAnswer.limitCharacters)
        #expect(!SentAnswer(JudgedCase.answer).isCut)
    }
}
