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

    @Test(arguments: [
        ("428", "four hundred and twenty eight"), ("1001", "one thousand and one"),
        ("1234", "one thousand two hundred and thirty four"),
        ("205000", "two hundred and five thousand"), ("2300000", "two million three hundred thousand"),
        ("150", "one fifty"), ("150", "a hundred fifty"), ("2005", "twenty oh five"),
        ("1900", "nineteen hundred"), ("204", "two oh four"), ("4000", "four thousand"),
    ])
    func knowsTheOtherWaysToReadANumber(written: String, spoken: String) {
        let readings = SpokenWords.pieces(written).first?.map { $0.joined(separator: " ") } ?? []
        #expect(readings.contains(spoken), "\(readings)")
    }

    @Test func readsANumberInOtherFiguresAndLeavesOneThatHasNone() {
        #expect(SpokenWords.words("\u{664}\u{662}") == ["four", "two"])
        #expect(SpokenWords.words("\u{5341}") == ["\u{5341}"])
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
