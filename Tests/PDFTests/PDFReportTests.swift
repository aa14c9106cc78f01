import Foundation
import Interview
import ReportSamples
import Testing

@testable import PDF
@testable import Reports

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
        let interview = try ReportedInterview.spoken([Self.answer, Self.answer])
        let size = try file(interview).bytes.count
        for limit in [0, 1, 100, 1000] + Array(stride(from: 5000, to: size, by: 5000)) + [size - 1] {
            #expect(throws: PDFError.tooLarge(limitBytes: limit)) { try file(interview, limitBytes: limit) }
        }
        #expect(try file(interview, limitBytes: size).bytes.count == size)
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

    private static let followers: [ReportBlock] = [
        .paragraph("What follows it."), .notice("What follows it."),
        .items([ReportBlock.Item(mark: .next, text: "What follows it.")]),
        .facts([ReportBlock.Fact(name: "What", value: "follows it")]),
        .transcript([ReportBlock.Passage(time: "0:00", text: "What follows it.")]),
        .bars([ReportBlock.Score(name: "What follows it", value: 50)]),
        .code("what follows it", language: nil),
        .table(header: ["What"], rows: [["follows it"]]),
        .bars([
            ReportBlock.Score(name: String(repeating: "follows ", count: 40), value: 50, target: "heading")
        ]),
        .facts([ReportBlock.Fact(name: "What", value: String(repeating: "follows it ", count: 80))]),
    ]

    /// A document with a heading after so many lines, and something under it.
    private func document(lines: Int, _ follower: ReportBlock) -> ReportDocument {
        ReportDocument(
            title: "A title",
            blocks: (0..<lines).map { .paragraph(ReportText("Line \($0).")) } + [
                .heading(level: 3, text: "The heading", name: "heading", outline: "The heading"), follower,
            ])
    }

    @Test(.enabled(if: Poppler.isInstalled), arguments: followers)
    func aHeadingIsNeverTheLastOnItsPage(_ follower: ReportBlock) async throws {
        // So many lines that the heading comes to every height at the foot of a page.
        for lines in 28...48 {
            var flow = try PageFlow(paper: .a4, title: "A title", pageCount: 2, limitBytes: 1_000_000)
            try flow.write(document(lines: lines, follower))
            for page in try await Poppler.pages(of: try flow.finish()) {
                let texts = page.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
                    .filter { !$0.isEmpty }
                // The last is the page's foot.
                #expect(texts.dropLast().last != "The heading", "\(lines) lines")
            }
        }
    }

    @Test(.enabled(if: Poppler.isInstalled)) func noLineOfAParagraphStandsAlone() async throws {
        let words = Array(repeating: "words", count: 60).joined(separator: " ")
        for lines in 36...48 {
            var flow = try PageFlow(paper: .a4, title: "A title", pageCount: 2, limitBytes: 1_000_000)
            let texts = (0..<lines).map { ReportBlock.paragraph(ReportText("Line \($0).")) }
            try flow.write(
                ReportDocument(title: "A title", blocks: texts + [.paragraph(ReportText(words))]))
            let pages = try await Poppler.pages(of: try flow.finish())
            for page in pages {
                let count = page.split(separator: "\n").count { $0.contains("words") }
                #expect(count != 1, "\(lines) lines")
            }
        }
    }

    @Test(arguments: [
        "https://example.org/a?b=c&d=(e)#f", "https://example.org/it's", "https://example.org/back\\slash\\",
        "https://example.org/größe/数据", "https://example.org/two words\nlines", "#heading", "#nowhere", "",
    ])
    func anyAddressCanBeALink(_ address: String) throws {
        var flow = try PageFlow(paper: .a4, title: "A title", pageCount: 1, limitBytes: 1_000_000)
        let item = ReportBlock.Item(mark: .next, text: ReportText("Here", link: address))
        try flow.write(
            ReportDocument(
                title: "A title",
                blocks: [
                    .heading(level: 2, text: "Heading", name: "heading", outline: "Heading"), .items([item]),
                ]))
        #expect(try flow.finish().pageCount == 1)
    }

    @Test(.enabled(if: Poppler.isInstalled)) func codeIsSetLineByLineAndLongLinesAreWrapped() async throws {
        let question = ReportedInterview.codingQuestion(["python"])
        let long = (0..<60).map { "w\($0)" }.joined(separator: "+")
        let file = try file(
            try ReportedInterview.typed(["def f(x):\n    return x\n\(long)"], question: question))
        let text = try await Poppler.pages(of: file).joined()
        #expect(text.contains("Python"))
        #expect(text.contains("def f(x):\n"))
        #expect(text.filter { !$0.isWhitespace }.contains(long))
        for line in try await Poppler.run("pdftotext", ["-bbox"], file, ["-"]).split(separator: "\n")
        where line.contains("<word ") {
            let right = line.split(separator: "xMax=\"")[1].prefix { $0 != "\"" }
            #expect(try #require(Double(right)) < 595 - 50)
        }
        #expect(try await Poppler.run("pdffonts", [], file).contains("Mono"))
    }

    @Test func aFontIsNamedOnlyForLettersThatItHas() throws {
        #expect(try PDFSupport.font(for: "Interview report") != nil)
        #expect(try PDFSupport.font(for: "\u{E9F0}") == nil)
        #expect(PDFSupport.cairoVersion.contains("."))
        #expect(PDFSupport.pangoVersion.contains("."))
    }

    @Test(.enabled(if: Poppler.isInstalled)) func wordsFromRightToLeftAreReadInTheirOrder() async throws {
        let file = try file(
            ReportedInterview.begun(), people: ReportPeople(candidate: "محمد بن عبد الله"))
        let directions = "\u{202A}\u{202B}\u{202C}"
        let text = try await Poppler.pages(of: file).joined().filter { !directions.contains($0) }
        #expect(text.contains("محمد بن عبد الله"))
    }

    @Test func scriptsFromRightToLeftAreDrawn() throws {
        let file = try file(
            try ReportedInterview.spoken([["الفهرس هو بنية بيانات SQL"]]),
            people: ReportPeople(candidate: "محمد", interviewer: "דוד"))
        #expect(file.pageCount >= 2)
    }
}
