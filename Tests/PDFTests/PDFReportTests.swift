import Foundation
import Interview
import ReportSamples
import Reports
import Testing

@testable import PDF

/// Reports as PDF.
@Suite struct PDFReportTests {
    private func file(
        _ interview: Interview, people: ReportPeople = ReportPeople(candidate: "Ada Lovelace"),
        paper: Paper = .a4, limitBytes: Int = PDFReport.limitBytes
    ) throws -> PDFFile {
        let report = InterviewReport(
            of: interview, summary: InterviewSummary(of: interview), people: people,
            now: ReportedInterview.date)
        return try PDFReport(report, paper: paper, limitBytes: limitBytes).file()
    }

    private static let answer = [
        "um an index finds rows without reading the whole table", "but writes become slower ghost fast",
    ]

    @Test func whateverTheInterviewThereIsADocument() throws {
        for interview in [
            ReportedInterview.begun(), try ReportedInterview.abandoned(), try ReportedInterview.unjudged(),
            try ReportedInterview.typed([""]), try ReportedInterview.spoken([[]]),
            try ReportedInterview.spoken([Self.answer]),
        ] {
            let file = try file(interview)
            #expect(file.bytes.starts(with: Array("%PDF-".utf8)))
            #expect(file.pageCount >= 1)
            #expect(file.notices.isEmpty)
        }
    }

    @Test func aDocumentOverTheLimitIsAnErrorAndNoHalfOfOne() throws {
        let interview = try ReportedInterview.spoken([Self.answer])
        #expect(throws: PDFError.tooLarge(limitBytes: 10_000)) {
            try file(interview, limitBytes: 10_000)
        }
    }

    @Test func lettersThatNoFontHasAreTold() throws {
        // Private use: no font of a system has them.
        let file = try file(
            ReportedInterview.begun(), people: ReportPeople(candidate: "\u{E9F0}\u{E9F1}"))
        #expect(file.missingGlyphCount > 0)
        #expect(file.notices.first?.contains("no installed font has them") == true)
    }

    @Test func tenQuestionsTakeUnderASecondAndAMegabyte() throws {
        let interview = try ReportedInterview.spoken(
            Array(repeating: Array(repeating: Self.answer, count: 6).flatMap(\.self), count: 10))
        let clock = ContinuousClock()
        let start = clock.now
        let file = try file(interview)
        #expect(file.bytes.count < 1_000_000)
        // Tests run beside each other and unoptimised: many times what a release takes.
        #expect(clock.now - start < .seconds(10))
    }

    @Test(.enabled(if: Poppler.isInstalled)) func pagesAreNumberedAndTheirWordsCanBeSelected() async throws {
        let file = try file(
            try ReportedInterview.spoken([Self.answer, Self.answer, Self.answer]),
            people: ReportPeople(candidate: "Ada Lovelace", company: "Engines & <Sons>"))
        let pages = try await Poppler.pages(of: file)
        #expect(pages.count == file.pageCount)
        for (index, page) in pages.enumerated() {
            #expect(page.contains("\(index + 1) of \(file.pageCount)"))
        }
        #expect(pages[0].contains("Engines & <Sons>"))
        #expect(pages.joined().contains("index finds rows without reading the whole table"))
        #expect(pages.joined().contains("[ghost?]"))
    }

    @Test(.enabled(if: Poppler.isInstalled)) func fontsAreInside() async throws {
        let lines = try await Poppler.run(
            "pdffonts", [], try file(try ReportedInterview.spoken([Self.answer]))
        ).split(separator: "\n").dropFirst(2)
        #expect(!lines.isEmpty)
        // The columns "emb" and "sub".
        for line in lines { #expect(line.contains(" yes yes ")) }
    }

    @Test(.enabled(if: Poppler.isInstalled)) func itIsTaggedAndSaysWhatItIs() async throws {
        let file = try file(
            try ReportedInterview.spoken([Self.answer]),
            people: ReportPeople(title: "Mock", candidate: "Ada", interviewer: "Grace"))
        let facts = try await Poppler.run("pdfinfo", [], file)
        for fact in [
            "Tagged:          yes", "Mock: Ada", "Author:          Grace", "(A4)", "Creator:         Viva",
        ] {
            #expect(facts.contains(fact), "\(fact)")
        }
        let parts = try await Poppler.run("pdfinfo", ["-struct"], file)
        for part in ["Document", "H1", "H2", "H3", "Table", "TH", "Figure", "LI", "Link"] {
            #expect(parts.contains(part), "\(part)")
        }
    }

    @Test(.enabled(if: Poppler.isInstalled)) func theOutlineLeadsToTheQuestions() async throws {
        let file = try file(try ReportedInterview.spoken([Self.answer, Self.answer]))
        let text = try await Poppler.run("pdftohtml", ["-xml", "-i", "-stdout"], file)
        let outline = text.components(separatedBy: "<outline>").dropFirst().joined()
        for title in [
            "Interview report", "Result", "Question 1: What does an index do?",
            "Question 2: What does an index do?",
            "Advice", "How to read this report",
        ] {
            #expect(outline.contains(">\(title)</item>"), "\(title)")
        }
    }

    @Test(.enabled(if: Poppler.isInstalled)) func lettersAreDrawnOnAnAmericanSheetToo() async throws {
        let file = try file(try ReportedInterview.spoken([Self.answer]), paper: .letter)
        #expect(try await Poppler.run("pdfinfo", [], file).contains("612 x 792 pts (letter)"))
    }

    @Test(.enabled(if: Poppler.isInstalled))
    func ofFortyMinutesNoWordIsLostAndNoLineStandsOutsideThePage() async throws {
        let utterances = (0..<400).map { index in
            (0..<12).map { "w\(index)x\($0)" }.joined(separator: " ")
        }
        let file = try file(try ReportedInterview.spoken([utterances]))
        let pages = try await Poppler.pages(of: file)
        let words = Set(
            pages.joined(separator: " ").split(whereSeparator: \.isWhitespace).map(String.init))
        let missing = utterances.flatMap { $0.split(separator: " ").map(String.init) }.filter {
            !words.contains($0)
        }
        #expect(missing.isEmpty)
        let boxes = try await Poppler.run("pdftotext", ["-bbox"], file, ["-"])
        for line in boxes.split(separator: "\n") where line.contains("<word ") {
            let bottom = line.split(separator: "yMax=\"")[1].prefix { $0 != "\"" }
            #expect(try #require(Double(bottom)) < 830)
        }
    }

    @Test(.enabled(if: Poppler.isInstalled)) func aHeadingIsNeverTheLastOnItsPage() async throws {
        // Answers of different lengths put headings at every height of a page.
        for length in stride(from: 1, through: 40, by: 6) {
            let utterances = (0..<length).map { "this is utterance \($0) of an answer" }
            let file = try file(try ReportedInterview.spoken([utterances, utterances]))
            for page in try await Poppler.pages(of: file) {
                let lines = page.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
                    .filter { !$0.isEmpty }
                let last = lines.dropLast().last ?? ""
                #expect(
                    !["The answer", "What it covers", "Next time", "How it was said", "What to work on"]
                        .contains(last), "\(length)")
                #expect(!last.hasPrefix("Question 2 of"), "\(length)")
            }
        }
    }

    @Test func scriptsFromRightToLeftAreDrawn() throws {
        let file = try file(
            try ReportedInterview.spoken([["الفهرس هو بنية بيانات SQL"]]),
            people: ReportPeople(candidate: "محمد", interviewer: "דוד"))
        #expect(file.pageCount >= 2)
    }
}
