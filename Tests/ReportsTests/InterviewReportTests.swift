import Evaluation
import FoundationEssentials
import Interview
import ReportSamples
import Testing

@testable import Reports

/// What a report takes from an interview.
@Suite struct InterviewReportTests {
    private func report(
        _ interview: Interview, progress: [EarlierInterview] = [], reviews: [Int: ReportReview] = [:]
    ) -> InterviewReport {
        InterviewReport(
            of: interview, summary: InterviewSummary(of: interview), progress: progress, reviews: reviews,
            now: ReportedInterview.date)
    }

    @Test func aJudgedInterviewHasItsScoreLabelAndStars() throws {
        let report = report(
            try ReportedInterview.typed([
                "An index finds rows without reading the whole table, but writes become slower."
            ]))
        let overall = try #require(report.result.overall)
        #expect(report.result.label == PerformanceLabel(score: overall))
        #expect(report.result.stars == StarRating(score: overall))
        #expect(report.result.judgement?.hasPrefix("Judged by Viva rubric judge.") == true)
        #expect(report.answeredCount == 1)
    }

    @Test func anInterviewWithoutAnswersSaysSo() throws {
        let empty = ReportDocument(report(ReportedInterview.begun()))
        #expect(empty.blocks.contains(.notice("There is no score: no question was asked.")))
        let abandoned = ReportDocument(report(try ReportedInterview.abandoned()))
        #expect(abandoned.blocks.contains(.notice("There is no score: no answer was given.")))
        #expect(abandoned.blocks.contains(.notice("The interview was ended before it was finished.")))
        #expect(abandoned.blocks.contains(.notice("No answer was given.")))
    }

    @Test func anAnswerThatWasNotAnalysedSaysWhy() throws {
        let document = ReportDocument(report(try ReportedInterview.unjudged()))
        #expect(
            document.blocks.contains(
                .notice(
                    "The answer could not be analysed: The recording answer.wav is no sound file. It is kept and can be "
                        + "analysed again.")))
    }

    @Test func onlyInterviewsBeforeThisOneAreItsProgressInTheOrderOfTime() throws {
        let date = ReportedInterview.date
        let report = report(
            ReportedInterview.begun(),
            progress: [
                EarlierInterview(date: date - 10, overall: 60),
                EarlierInterview(date: date + 10, overall: 90),
                EarlierInterview(date: date - 20, overall: nil),
            ])
        #expect(report.progress.map(\.overall) == [nil, 60])
    }

    @Test func takesAreCompared() throws {
        let report = report(
            try ReportedInterview.typed([
                "An index finds rows without reading the whole table.",
                "An index finds rows without reading the whole table. But writes become slower.",
            ]))
        #expect(report.questions[0].comparison?.gainedPoints == ["Writes become slower."])
        let table = ReportDocument(report).blocks.contains {
            if case .table(let header, _) = $0 {
                header == ["Figure", "Take 1", "Take 2", ""]
            } else {
                false
            }
        }
        #expect(table)
    }

    @Test func aPersonsReviewHasItsPlace() throws {
        let report = report(
            try ReportedInterview.typed(["Rows."]),
            reviews: [1: ReportReview(reviewer: "Grace", overall: 81.5, comment: "Short.")])
        #expect(report.questions[0].review?.overall == 81.5)
        let headings = ReportDocument(report).blocks.compactMap { block -> String? in
            if case .heading(_, let text, _, _) = block { text } else { nil }
        }
        #expect(headings.contains("Reviewed by a person"))
    }

    @Test func headingsHaveNamesOfTheirOwnAndLinksLeadToOneOfThem() throws {
        let interview = try ReportedInterview.spoken([
            ["um an index finds rows"], ["writes become slower"], ["it is fast"],
        ])
        var names: [String] = []
        var targets: [String] = []
        for block in ReportDocument(report(interview)).blocks {
            if case .heading(_, _, let name, _) = block { names.append(name) }
            if case .bars(let scores) = block { targets += scores.map(\.target).filter { !$0.isEmpty } }
        }
        #expect(Set(names).count == names.count)
        #expect(targets.count == 3)
        #expect(Set(targets).isSubset(of: names))
        #expect(
            names.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } })
    }

    @Test(arguments: [
        (0, "21 November 2026, 23:46 (UTC)"), (19_800, "22 November 2026, 05:16 (UTC+05:30)"),
        (-3600, "21 November 2026, 22:46 (UTC−01:00)"),
    ])
    func datesNameTheirZone(offset: Int, text: String) {
        let date = Date(timeIntervalSince1970: 1_795_304_760)
        #expect(ReportDate(date: date, utcOffsetSeconds: offset).full == text)
    }
}
