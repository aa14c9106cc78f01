import Evaluation
import FoundationEssentials
import Interview
import ReportSamples
import Testing

@testable import Reports

/// What a report takes from an interview.
@Suite struct InterviewReportTests {
    private func report(
        _ interview: Interview, progress: [EarlierInterview] = [], reviewers: [Int64: String] = [:]
    ) -> InterviewReport {
        InterviewReport(
            of: interview, summary: InterviewSummary(of: interview), progress: progress, reviewers: reviewers,
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

    private func headings(_ document: ReportDocument) -> [String] {
        document.blocks.compactMap { if case .heading(_, let text, _, _) = $0 { text } else { nil } }
    }

    private func texts(_ document: ReportDocument) -> [String] {
        document.blocks.compactMap { block in
            switch block {
            case .paragraph(let text): text.plain
            case .notice(let text): text
            default: nil
            }
        }
    }

    private func bars(_ document: ReportDocument) -> [ReportBlock.Score] {
        document.blocks.flatMap { block -> [ReportBlock.Score] in
            if case .bars(let bars) = block { bars } else { [] }
        }
    }

    private func items(_ document: ReportDocument) -> [ReportBlock.Item] {
        document.blocks.flatMap { block -> [ReportBlock.Item] in
            if case .items(let items) = block { items } else { [] }
        }
    }

    private func facts(_ document: ReportDocument) -> [String: String] {
        document.blocks.reduce(into: [:]) { facts, block in
            guard case .facts(let more) = block else { return }
            for fact in more { facts[fact.name] = fact.value }
        }
    }

    @Test func aPersonsScoreCountsAndTheJudgesStandsBesideIt() throws {
        let report = report(try ReportedInterview.reviewed(), reviewers: [5: "Grace", 6: "Alan"])
        let question = report.questions[0]
        #expect(question.overall == 81.5)
        #expect(question.review?.reviewer == "Grace")
        #expect(question.takes[1].review == question.review)
        let judged = try #require(question.takes[1].evaluation?.overall)
        #expect(judged != 81.5)
        #expect(report.result.overall == 70)
        #expect(report.result.answersMean == 81.5)
        let document = ReportDocument(report)
        #expect(headings(document).count { $0 == "Reviewed by a person" } == 2)
        let bars = bars(document)
        #expect(bars.contains { $0.name == "Their score" && $0.value == 81.5 && $0.remark == "(counts)" })
        #expect(bars.contains { $0.name == "The judge's score" && $0.value == judged })
        #expect(bars.contains { $0.name == "Mean of the answers" && $0.value == 81.5 })
        #expect(texts(document).contains("technical: Sound."))
        #expect(texts(document).contains { $0.hasPrefix("Grace, ") })
        let score = document.blocks.contains {
            if case .score(let score) = $0 { score.remark.contains("given by Alan") } else { false }
        }
        #expect(score)
    }

    @Test func whoeverIsNotKnownIsAPerson() throws {
        let report = report(try ReportedInterview.reviewed())
        #expect(report.questions[0].review?.reviewer == "A person")
    }

    @Test func correctedWordsStandBeforeThoseThatWereHeard() throws {
        let report = report(try ReportedInterview.reviewed())
        let take = try #require(report.questions[0].finalTake)
        #expect(take.versions.map(\.origin) == [.heard, .corrected])
        #expect(take.versions[0].text == "an index finds crows")
        #expect(take.correction?.text == "An index finds rows without reading the whole table.")
        #expect(take.correction?.overall == take.evaluation?.overall)
        #expect(report.questions[0].takes[0].versions.isEmpty)
        let document = ReportDocument(report)
        let all = texts(document)
        #expect(all.contains("An index finds rows without reading the whole table."))
        #expect(
            all.contains {
                $0.hasPrefix("Corrected by its speaker on ") && $0.contains("These words count.")
            })
        #expect(headings(document).contains("As it was heard at first"))
        let heard = document.blocks.contains {
            if case .transcript(let passages) = $0 {
                passages.map(\.text.plain) == ["an index finds crows"]
            } else {
                false
            }
        }
        #expect(heard)
    }

    @Test func codeBesideAnAnswerIsSetAsCodeWithItsLanguage() throws {
        let report = report(try ReportedInterview.reviewed())
        #expect(report.questions[0].takes.map(\.code) == [nil, "SELECT 1;"])
        let blocks = ReportDocument(report).blocks
        #expect(blocks.contains(.code("SELECT 1;", language: CodeLanguage(id: "sql", name: "SQL"))))
        #expect(MarkdownReport(report).text.contains("```sql\nSELECT 1;\n```"))
        #expect(HTMLReport(report).text.contains("<code>SELECT 1;</code>"))
        #expect(try JSONReport(report).text().contains("\"code\" : \"SELECT 1;\""))
    }

    @Test(
        arguments: [
            ("```py\nprint(1)\n```", [], "Python"), ("x", ["c++", "sorting"], "C++"),
            ("x", ["sql", "Java"], nil),
            ("x", ["sorting"], nil), ("```\nx\n```", ["golang"], "Go"),
        ] as [(String, [String], String?)])
    func theLanguageOfCodeIsNamedWhereItIsKnown(code: String, tags: [String], name: String?) {
        var question = ReportedInterview.question()
        question.tags = tags
        #expect(CodeLanguage.of(code, answering: question)?.name == name)
    }

    @Test func helpThatWasShownIsTold() throws {
        let report = report(try ReportedInterview.reviewed())
        let question = report.questions[0]
        #expect(question.help == "The answer was given with help: a hint had been shown.")
        #expect(question.shownHelp.map(\.text) == ["Think of a book."])
        #expect(
            items(ReportDocument(report)).contains {
                $0.text.plain == "Hint 1, before take 1: Think of a book."
            })
    }

    @Test(arguments: [
        (InterviewState.scheduled, "The interview has not begun."),
        (
            .cancelled,
            "The interview was called off before it began. The reason that was given: The candidate is ill."
        ),
        (.noShow, "The candidate did not come."),
    ])
    func anInterviewThatWasNotHeldSaysForWhenItWasPlanned(
        state: InterviewState, remark: String
    ) throws {
        let report = report(try ReportedInterview.planned(state))
        let document = ReportDocument(report)
        #expect(texts(document).contains(remark))
        let facts = facts(document)
        #expect(facts["Planned for"] == ReportDate(date: ReportedInterview.date, utcOffsetSeconds: 0).full)
        #expect(facts["Date"] == nil)
        #expect(facts["Length"] == "45 min planned")
        #expect(facts["Place"] == "Room 4")
        #expect(facts["Questions"] == "2 planned, fixed beforehand")
        // Who is still to be asked may read the report.
        #expect(!MarkdownReport(report).text.contains("What does an index do?"))
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
