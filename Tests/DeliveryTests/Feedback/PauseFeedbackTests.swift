import Delivery
import Speech
import Testing

@Suite struct PauseFeedbackTests {
    private let hesitant =
        "we moved the |0.8 database to a |0.7 cluster because it was slow |0.9 then we found the |0.6 errors "
        + "and they were gone |0.7 so it worked"

    @Test func namesPausesInsidePhrasesWithTheFirstPlaceAndWord() {
        let analysis = CoachedAnswers.analysis(hesitant)
        let found = CoachedAnswers.said(.pausesInsidePhrases, of: analysis)
        #expect(
            found?.text
                == "Three of five pauses over half a second fall inside a phrase, the first at 0:00 after \"the\". "
                + "A pause is easier to follow at the end of a phrase.")
        #expect(found?.judgement == .weakness)
        #expect(abs((found?.atSeconds ?? 0) - 0.9) < 1e-9)
        #expect(DeliveryFeedback(analysis).drills.first?.contains("phrase by phrase") == true)
        let report = CoachedAnswers.said(.pausesInsidePhrases, of: analysis.delivery)
        #expect(report?.text.contains("the first at 0:00. A pause") == true, "No word is known.")
    }

    @Test func pausesUpToHalfASecondHaveNoPlace() {
        let short = hesitant.replacing("|0.8", with: "|0.4").replacing("|0.7", with: "|0.4")
        #expect(CoachedAnswers.said(.pausesInsidePhrases, of: CoachedAnswers.analysis(short)) == nil)
    }

    @Test func twoPausesInsidePhrasesAreNoHabitAndOneIsNotNamed() {
        let two = hesitant.replacing("the |0.6 errors", with: "the errors |0.6")
        let found = CoachedAnswers.said(.pausesInsidePhrases, of: CoachedAnswers.analysis(two))
        #expect(found?.judgement == .neutral)
        #expect(found?.text.hasPrefix("Two of five pauses") == true)
        #expect(found?.text.contains("easier") == false)
        let one = two.replacing("a |0.7 cluster", with: "a cluster")
        #expect(CoachedAnswers.said(.pausesInsidePhrases, of: CoachedAnswers.analysis(one)) == nil)
    }

    @Test func mostPausesAtPhraseEndsAreNoHabit() {
        let many = hesitant + String(repeating: " |0.8 then it worked", count: 3)
        let found = CoachedAnswers.said(.pausesInsidePhrases, of: CoachedAnswers.analysis(many))
        #expect(found?.text.hasPrefix("Three of eight pauses") == true)
        #expect(found?.judgement == .neutral)
    }

    /// Twenty-one words with three long pauses, the first two before a word.
    private func slow(_ word: String) -> String {
        "it took |2.5 \(word) seconds and we paid |3 um about \(word) dollars for the service |2.1 today in the last "
            + "year of that project"
    }

    @Test(arguments: ["forty", "40", "hundred", "twenty-one"])
    func saysThatLongPausesComeBeforeNumbers(number: String) {
        let found = CoachedAnswers.said(.pauses, of: CoachedAnswers.analysis(slow(number)))
        #expect(
            found?.text
                == "Three pauses over two seconds, the first at 0:00; the longest lasted 3.0 s. "
                + "Two of them come before naming numbers, such as \"\(number)\" at 0:03.")
        #expect(found?.judgement == .weakness)
    }

    @Test(arguments: ["one", "several"])
    func otherWordsAreNoNumbers(word: String) {
        let found = CoachedAnswers.said(.pauses, of: CoachedAnswers.analysis(slow(word)))
        #expect(found?.text.contains("numbers") == false)
    }

    @Test func withoutWordsNothingIsSaidOfNumbers() {
        let report = CoachedAnswers.analysis(slow("forty")).delivery
        #expect(CoachedAnswers.said(.pauses, of: report)?.text.contains("numbers") == false)
    }

    @Test func onePauseBeforeANumberIsChance() {
        let text = slow("forty").replacing("|3 um about forty", with: "|3 um about several")
        let found = CoachedAnswers.said(.pauses, of: CoachedAnswers.analysis(text))
        #expect(found?.text.contains("numbers") == false)
    }

    @Test func anAnswerWithoutPausesHasNoneInsidePhrases() {
        #expect(CoachedAnswers.said(.pausesInsidePhrases, of: CoachedAnswers.plain()) == nil)
        let old = CoachedAnswers.plain { $0.pauseDetails = nil }
        #expect(CoachedAnswers.said(.pausesInsidePhrases, of: old) == nil)
    }
}
