import Delivery
import Evaluation
import Foundation
import Interview
import ReportSamples
import Testing

@testable import Reports

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// The written forms of a report: nothing that was said or typed is markup, and nothing is loaded from elsewhere.
@Suite struct WrittenReportTests {
    private static let hostile =
        "<script>alert('x')</script> & \"quotes\" *bold* [link](http://a) `code` | cell"

    private func report(_ interview: Interview) -> InterviewReport {
        InterviewReport(
            of: interview, summary: InterviewSummary(of: interview),
            people: ReportPeople(title: Self.hostile, candidate: Self.hostile, company: Self.hostile),
            now: ReportedInterview.date)
    }

    private func reports() throws -> [InterviewReport] {
        [
            report(
                try ReportedInterview.spoken(
                    [[Self.hostile, "um so writes become slower"]],
                    question: ReportedInterview.question(Self.hostile))),
            report(try ReportedInterview.typed([Self.hostile + "\n# heading\n- item", Self.hostile])),
            report(
                try ReportedInterview.typed(
                    ["let a = b < c && d > e; // ``` </code></pre><script>\n\treturn a"],
                    question: ReportedInterview.question(kind: .coding))),
            report(try ReportedInterview.unjudged()), report(try ReportedInterview.abandoned()),
            report(ReportedInterview.begun()),
        ]
    }

    @Test func inHTMLNothingThatWasSaidIsMarkup() throws {
        for report in try reports() {
            let text = HTMLReport(report).text
            #expect(!text.contains("<script"))
            #expect(!text.contains("*bold*\""))
            #expect(!text.lowercased().contains("src="))
            #expect(!text.contains("url(http"))
            #expect(!text.contains("<link"))
            #expect(text.contains("default-src 'none'"))
            #expect(text.contains("<html lang=\"en\">"))
        }
    }

    @Test func inHTMLElementsEndWhereTheyShouldAndNamesAreUsedOnce() throws {
        for report in try reports() {
            let text = HTMLReport(report).text
            // All but HTML's own empty elements are written as XML writes them.
            var xml = text.components(separatedBy: "<head>")[0].replacingOccurrences(
                of: "<!DOCTYPE html>\n", with: "")
            xml += "<body>" + text.components(separatedBy: "<body>")[1]
            let parser = XMLParser(data: Data(xml.utf8))
            let reader = Reader()
            parser.delegate = reader
            #expect(parser.parse(), "\(String(describing: parser.parserError))")
            #expect(Set(reader.names).count == reader.names.count)
            #expect(reader.headings.first == 1)
            for (heading, next) in zip(reader.headings, reader.headings.dropFirst()) {
                #expect(next <= heading + 1, "a level is left out")
            }
            #expect(reader.pictures == reader.pictureTitles)
        }
    }

    @Test func inMarkdownNothingThatWasSaidIsMarkup() throws {
        for report in try reports() {
            let text = MarkdownReport(report).text
            let fenceless = text.components(separatedBy: "````").enumerated().filter { $0.offset % 2 == 0 }
                .map(\.element).joined()
            #expect(!fenceless.contains("<script"))
            #expect(!fenceless.contains("*bold* "))
            #expect(!fenceless.contains("[link]("))
            #expect(!fenceless.contains("\n# heading"))
            #expect(!fenceless.contains("\n- item"))
        }
    }

    @Test(arguments: [
        ("plain text", "plain text"), ("# a", "\\# a"), ("- a", "\\- a"), ("1. a", "1\\. a"), ("1a", "1a"),
        ("a*b_c", "a\\*b\\_c"), ("a < b & c", "a &lt; b &amp; c"), ("a\nb", "a b"),
        ("$x$ ~~y~~", "\\$x\\$ \\~\\~y\\~\\~"),
        ("שלום 数据", "שלום 数据"),
    ])
    func markdownEscapes(text: String, escaped: String) {
        #expect(MarkdownText.escaped(text) == escaped)
    }

    @Test func aFenceIsLongerThanWhatItHolds() {
        #expect(MarkdownText.fenced("a ```` b") == "`````\na ```` b\n`````")
        #expect(MarkdownText.fenced("\tx\n\ny") == "```\n    x\n\ny\n```")
    }

    @Test func theJSONHasItsFieldsAndItsNumbersUnrounded() throws {
        let report = report(
            try ReportedInterview.spoken([["um an index finds rows", "writes become slower"]]))
        let text = try JSONReport(report).text()
        let fields = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(
            Set(fields.keys) == [
                "advice", "endedAt", "interviewID", "occasion", "people", "plannedQuestions", "progress",
                "questions",
                "result", "schemaVersion", "startedAt", "state", "utcOffsetSeconds", "writtenAt",
            ])
        let question = try #require((fields["questions"] as? [[String: Any]])?.first)
        let take = try #require((question["takes"] as? [[String: Any]])?.first)
        #expect(take["form"] as? String == "spoken")
        #expect((take["passages"] as? [[String: Any]])?.count == 2)
        let delivery = try #require(report.questions[0].takes[0].delivery)
        let written = (take["delivery"] as? [String: Any])?["speakingSeconds"] as? Double
        #expect(written == delivery.speakingSeconds)
    }

    /// Collects what a page holds.
    private final class Reader: NSObject, XMLParserDelegate {
        var names: [String] = []
        var headings: [Int] = []
        var pictures = 0
        var pictureTitles = 0

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String] = [:]
        ) {
            if let id = attributes["id"] { names.append(id) }
            if name.count == 2, name.hasPrefix("h"), let level = Int(name.dropFirst()) {
                headings.append(level)
            }
            if name == "svg" { pictures += 1 }
            if name == "desc" { pictureTitles += 1 }
        }
    }
}
