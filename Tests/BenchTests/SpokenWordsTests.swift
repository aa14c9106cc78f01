import Testing

@testable import viva_bench

@Suite struct SpokenWordsTests {
    @Test func evensOutCasePunctuationAndHyphens() {
        #expect(
            SpokenWords.words("“Well-known,” she said: it’s 'fine'.")
                == ["well", "known", "she", "said", "it's", "fine"])
    }

    @Test func leavesFilledPausesOutButKeepsAgreement() {
        #expect(SpokenWords.words("um so uh yes hmm") == ["so", "yes"])
        #expect(SpokenWords.words("uh-huh").isEmpty == false)
        #expect(SpokenWords.fillerCount("Um, so uh yes, uh-huh er") == 3)
    }

    @Test func joinsContractionsThatWereWrittenApart() {
        #expect(SpokenWords.words("I 'm here and they do n't") == ["i'm", "here", "and", "they", "don't"])
    }

    @Test(arguments: [
        ("428", "four hundred twenty eight"), ("1965", "nineteen sixty five"), ("1905", "nineteen oh five"),
        ("2019", "two thousand nineteen"), ("1,000", "one thousand"), ("0", "zero"), ("9:00", "nine"),
        ("9:05", "nine oh five"), ("3.11", "three point one one"), ("21st", "twenty first"),
        ("30th", "thirtieth"),
        ("5%", "five percent"), ("$40", "forty dollars"), ("S3", "s three"), ("K8s", "k eight s"),
        ("1000001", "one million one"), ("007", "zero zero seven"), ("C++", "c plus plus"),
        ("CI/CD", "ci cd"),
    ])
    func readsNumbersAndSigns(written: String, spoken: String) {
        #expect(SpokenWords.words(written).joined(separator: " ") == spoken)
    }

    @Test(arguments: ["", "   ", "?!", "'", "--", "um"])
    func findsNoWordsWhereThereAreNone(text: String) {
        #expect(SpokenWords.words(text).isEmpty)
    }

    @Test func survivesNumbersThatNobodyReads() {
        let digits = String(repeating: "9", count: 40)
        #expect(SpokenWords.words(digits) == Array(repeating: "nine", count: 40))
    }
}
