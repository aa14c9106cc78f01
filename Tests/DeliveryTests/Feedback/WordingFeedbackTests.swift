import Delivery
import Speech
import Testing

/// What is said of the words themselves and of how many there are: facts, none of them judged.
@Suite struct WordingFeedbackTests {
    private func takenBack(_ repetitions: Int, _ restarts: Int) -> DeliveryReport {
        CoachedAnswers.plain { report in
            let kinds =
                Array(repeating: Disfluency.Kind.repetition, count: repetitions)
                + Array(repeating: .restart, count: restarts)
            var taken = Disfluencies(in: [])
            taken.found = kinds.enumerated().map { index, kind in
                let start = 12 + Double(index)
                return Disfluency(
                    kind: kind, text: "i was", words: index * 3..<index * 3 + 2,
                    time: TimeRange(startSeconds: start, endSeconds: start + 0.5))
            }
            taken.repetitionCount = repetitions
            taken.restartCount = restarts
            report.disfluencies = taken
        }
    }

    @Test func countsRepetitionsAndRestartsWithTheFirstPlace() {
        let found = CoachedAnswers.said(.disfluencies, of: takenBack(2, 1))
        #expect(found?.text == "Two repetitions and one restart, the first at 0:12 (\"i was\").")
        #expect(found?.judgement == .neutral)
        #expect(found?.atSeconds == 12)
        #expect(
            CoachedAnswers.said(.disfluencies, of: takenBack(0, 3))?.text.hasPrefix("Three restarts, ")
                == true)
        #expect(CoachedAnswers.said(.disfluencies, of: takenBack(1, 1)) == nil)
        let old = CoachedAnswers.plain { $0.disfluencies = nil }
        #expect(CoachedAnswers.said(.disfluencies, of: old) == nil)
    }

    @Test func namesLongSentences() {
        let long = CoachedAnswers.plain { $0.language?.meanSentenceWords = Figure(34, .words) }
        let found = CoachedAnswers.said(.sentences, of: long)
        #expect(found?.text == "Your sentences have 34 words on average; over 30 is long for the ear.")
        #expect(found?.judgement == .neutral)
        let fine = CoachedAnswers.plain { $0.language?.meanSentenceWords = Figure(30, .words) }
        #expect(CoachedAnswers.said(.sentences, of: fine) == nil)
    }

    @Test func sentencesAreJudgedByTheLengthThatIsSaid() {
        let said = { (words: Double) in
            CoachedAnswers.said(
                .sentences,
                of: CoachedAnswers.plain { $0.language?.meanSentenceWords = Figure(words, .words) })
        }
        #expect(said(30.3) == nil)
        #expect(said(30.6)?.text.hasPrefix("Your sentences have 31 words") == true)
    }

    private func phrase(_ text: String, _ count: Int) -> RepeatedPhrase {
        RepeatedPhrase(
            text: text,
            times: (1...count).map {
                TimeRange(startSeconds: Double($0) * 10, endSeconds: Double($0) * 10 + 1)
            })
    }

    @Test func namesTheTwoPhrasesThatComeBackMost() {
        let report = CoachedAnswers.plain {
            $0.language?.repeatedPhrases = [
                phrase("on the cluster", 4), phrase("in the team", 3), phrase("with the data", 3),
            ]
        }
        let found = CoachedAnswers.said(.repeatedPhrases, of: report)
        #expect(
            found?.text
                == "You said \"on the cluster\" four times, first at 0:10, \"in the team\" three times.")
        #expect(found?.judgement == .neutral)
        #expect(found?.atSeconds == 10)
        #expect(CoachedAnswers.said(.repeatedPhrases, of: CoachedAnswers.plain()) == nil)
    }

    @Test func tellsHowOftenISaidAgainstWe() {
        let report = CoachedAnswers.plain {
            $0.language?.iCount = 12
            $0.language?.weCount = 1
            $0.language?.shareOfI = Figure(12.0 / 13, .share)
        }
        let found = CoachedAnswers.said(.pronouns, of: report)
        #expect(found?.text == "You said \"I\" or \"my\" 12 times and \"we\" or \"our\" once.")
        #expect(found?.judgement == .neutral)
        #expect(CoachedAnswers.said(.pronouns, of: CoachedAnswers.plain()) == nil)
    }

    @Test func aboutStandsBeforeNumbersOnly() {
        let report = CoachedAnswers.plain {
            $0.language?.iCount = 12
            $0.language?.shareOfI = Figure(1, .share)
            $0.limits = CoachedAnswers.limits(errors: 0.5)
        }
        let found = CoachedAnswers.said(.pronouns, of: report)
        #expect(found?.text == "You said \"I\" or \"my\" about 12 times and \"we\" or \"our\" not once.")
    }

    @Test func wordsThatWereMostlyMisheardSayNothingOfWording() {
        let report = CoachedAnswers.plain {
            $0.language?.meanSentenceWords = Figure(34, .words)
            $0.limits = CoachedAnswers.limits(errors: 0.7)
        }
        #expect(CoachedAnswers.said(.sentences, of: report) == nil)
        #expect(
            CoachedAnswers.said(.limits, of: report)?.text == "About 70 of 100 words were probably misheard.")
        let approximate = CoachedAnswers.plain {
            $0.language?.meanSentenceWords = Figure(34, .words)
            $0.limits = CoachedAnswers.limits(errors: 0.5)
        }
        #expect(
            CoachedAnswers.said(.sentences, of: approximate)?.text.hasPrefix("Your sentences have about 34")
                == true)
    }

    @Test func holdsTheLengthAgainstWhatTheQuestionExpects() {
        let short = CoachedAnswers.plain { $0.compare(expectedSeconds: 240) }
        let found = CoachedAnswers.said(.length, of: short)
        #expect(found?.text == "The answer took 0:59, 25 % of the 4:00 that the question expects.")
        #expect(found?.judgement == .neutral)
        let long = CoachedAnswers.plain { $0.compare(expectedSeconds: 30) }
        #expect(CoachedAnswers.said(.length, of: long)?.text.contains("198 % of the 0:30") == true)
        for expected in [60, nil] as [Double?] {
            let report = CoachedAnswers.plain { $0.compare(expectedSeconds: expected) }
            #expect(CoachedAnswers.said(.length, of: report) == nil)
        }
    }
}
