import Evaluation
import FoundationEssentials
import Interview
import Testing

@testable import Practice

/// A take with code beside its words, as the judge sees it.
@Suite struct TakeWithCodeTests {
    private static let date = Date(timeIntervalSince1970: 1_000)

    @Test func theJudgeSeesTypedWordsAndCodeTogether() {
        let take = Take(
            number: 1, source: .typed(text: "I sort it."), receivedAt: Self.date, code: "rows.sort()")
        let answer = JudgedAnswer(take, analysis: nil)
        #expect(answer.text == "I sort it.\n```\nrows.sort()\n```")
        #expect(answer == JudgedAnswer(typed: "I sort it.").adding(code: "rows.sort()"))
    }

    @Test func withoutCodeTheWordsAreAlone() {
        for code in [nil, "", "\n"] {
            let take = Take(number: 1, source: .typed(text: "I sort it."), receivedAt: Self.date, code: code)
            #expect(JudgedAnswer(take, analysis: nil) == JudgedAnswer(typed: "I sort it."))
        }
    }

    @Test func codeBesideSpeechThatWasNotHeardIsTheAnswer() {
        let take = Take(
            number: 1, source: .spoken(recording: "answers/01-1.wav"), receivedAt: Self.date,
            code: "rows.sort()")
        let answer = JudgedAnswer(take, analysis: nil)
        #expect(answer.hearing.source == .typed && answer.text == "```\nrows.sort()\n```")
    }
}
