import Testing

@testable import Vocabulary

@Suite struct NumberWordsTests {
    private func said(_ words: [String]) -> String { words.joined(separator: " ") }
    private func read(_ text: String) -> SpokenNumber? {
        SpokenNumber.read(text.split(separator: " ").map(String.init)[...])
    }

    @Test func everyNumberToTenThousandIsReadBackFromItsWords() {
        for number in 0...10_000 {
            let words = NumberWords.cardinal(number)
            #expect(
                SpokenNumber.read(words[...]) == SpokenNumber(kind: .cardinal(number), length: words.count))
        }
    }

    @Test func everyOrdinalToTenThousandIsReadBackFromItsWords() {
        for number in 1...10_000 {
            let words = NumberWords.ordinal(number)
            #expect(
                SpokenNumber.read(words[...]) == SpokenNumber(kind: .ordinal(number), length: words.count))
        }
    }

    @Test func everyYearSaidInHalvesIsReadBack() {
        for year in 1700...2099 where year / 100 != 20 || year % 100 >= 10 {
            let words = NumberWords.year(year)
            #expect(SpokenNumber.read(words[...]) == SpokenNumber(kind: .year(year), length: words.count))
        }
    }

    @Test func decimalsAreReadBack() {
        for whole in [0, 1, 9, 10, 99, 250] {
            for fraction in 0...99 {
                let words = NumberWords.decimal(whole: whole, fraction: String(fraction))
                let kind = SpokenNumber.Kind.decimal("\(whole).\(fraction)")
                #expect(SpokenNumber.read(words[...]) == SpokenNumber(kind: kind, length: words.count))
            }
        }
    }

    @Test(arguments: [
        (0, "zero"), (13, "thirteen"), (40, "forty"), (99, "ninety nine"), (110, "one hundred ten"),
        (1_000_000, "one million"), (12_005, "twelve thousand five"), (-7, "minus seven"),
        (2_000_000_019, "two billion nineteen"),
    ])
    func cardinalsAreSaid(number: Int, words: String) {
        #expect(said(NumberWords.cardinal(number)) == words)
    }

    @Test(arguments: [
        (1, "first"), (2, "second"), (12, "twelfth"), (20, "twentieth"), (21, "twenty first"),
        (100, "one hundredth"), (1_005, "one thousand fifth"), (90, "ninetieth"),
    ])
    func ordinalsAreSaid(number: Int, words: String) {
        #expect(said(NumberWords.ordinal(number)) == words)
    }

    @Test(arguments: [
        (1999, "nineteen ninety nine"), (2019, "twenty nineteen"), (2005, "two thousand five"),
        (1905, "nineteen oh five"), (1900, "nineteen hundred"), (2000, "two thousand"), (2010, "twenty ten"),
        (476, "four hundred seventy six"),
    ])
    func yearsAreSaid(year: Int, words: String) {
        #expect(said(NumberWords.year(year)) == words)
    }

    @Test func numbersTooLongForANameAreSaidFigureByFigure() {
        #expect(NumberWords.cardinal(.max).count == 19)
        #expect(NumberWords.cardinal(.min).first == "minus")
        #expect(
            NumberWords.whole(String(repeating: "7", count: 200)) == Array(repeating: "seven", count: 200))
        #expect(said(NumberWords.whole("007")) == "zero zero seven")
    }

    @Test func versionsAreSaidInTheirParts() {
        #expect(said(NumberWords.version(["3", "11"])) == "three point eleven")
        #expect(said(NumberWords.version(["1", "20", "3"])) == "one point twenty point three")
    }

    @Test(arguments: [
        ("two million users", SpokenNumber.Kind.scaled(figures: "2", scale: "million"), 2),
        ("two point five million dollars", .scaled(figures: "2.5", scale: "million"), 4),
        ("two million three hundred thousand", .cardinal(2_300_000), 5),
        ("two hundred and five of", .cardinal(205), 4),
        ("two hundred and three hundred", .cardinal(200), 2),
        ("ten thousand and twenty thousand", .cardinal(10_000), 2),
        ("five second timeout", .cardinal(5), 1), ("one third of", .cardinal(1), 1),
        ("four oh four", .figures("404"), 3), ("four oh four four hundred", .figures("404"), 3),
        ("three oh one three oh two", .figures("301"), 3), ("one zero two four", .figures("1024"), 4),
        ("one point two point three", .decimal("1.2.3"), 5),
        ("twenty twenty percent", .year(2020), 2), ("nineteen hundred ninety", .cardinal(1_990), 3),
        ("three point taken", .cardinal(3), 1),
    ])
    func aNumberEndsWhereItsWordsDo(text: String, kind: SpokenNumber.Kind, length: Int) {
        #expect(read(text) == SpokenNumber(kind: kind, length: length))
    }

    @Test(arguments: ["", "and five", "hundred", "million", "point five", "oh five", "users"])
    func wordsThatBeginNoNumberAreNone(text: String) {
        #expect(read(text) == nil)
    }
}
