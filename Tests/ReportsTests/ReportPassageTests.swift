import Interview
import ReportSamples
import Testing

@testable import Reports

/// How an answer's words are marked.
@Suite struct ReportPassageTests {
    private func passages(_ utterances: [String]) throws -> [ReportPassage] {
        let interview = try ReportedInterview.spoken([utterances])
        let report = InterviewReport(
            of: interview, summary: InterviewSummary(of: interview), now: ReportedInterview.date)
        return report.questions[0].takes[0].passages
    }

    @Test func fillersAndUncertainWordsAreMarkedAndTheOthersStandTogether() throws {
        let passages = try passages(["um an index finds rows ghost fast", "writes become slower"])
        #expect(passages.count == 2)
        #expect(passages[0].runs.map(\.text) == ["um", "an index finds rows", "[ghost?]", "fast"])
        #expect(passages[0].runs.map(\.mark) == ["filledPause", nil, nil, nil])
        #expect(passages[0].runs.map(\.isUncertain) == [false, false, true, false])
        #expect(passages[1].text == "writes become slower")
    }

    @Test func doubtfulWordsAreMarked() throws {
        let text = (0..<20).map { "word\($0)" }.joined(separator: " ")
        let doubtful = try passages([text])[0].runs.filter(\.isDoubtful)
        #expect(doubtful.map(\.text) == ["word16"])
    }

    @Test func anAnswerWithoutUtterancesIsReadInStretchesAndNoWordIsLost() throws {
        let words = (0..<500).map { "word\($0)" }
        let passages = try passages([words.joined(separator: " ")])
        #expect(passages.count == 5)
        #expect(passages.map(\.text).joined(separator: " ") == words.joined(separator: " "))
        #expect(passages.map(\.startSeconds) == passages.map(\.startSeconds).sorted())
    }
}
