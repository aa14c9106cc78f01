/// A report as a row of blocks: what it says and in which order, once for all written forms.
public struct ReportDocument: Sendable, Hashable {
    /// What it is called: the title and the candidate.
    public let title: String
    /// Who it is about; `nil` where that is not known.
    public let candidate: String?
    /// The blocks in their order.
    public let blocks: [ReportBlock]

    /// A document of some blocks.
    public init(title: String, candidate: String? = nil, blocks: [ReportBlock]) {
        self.title = title
        self.candidate = candidate
        self.blocks = blocks
    }

    /// The document of a report.
    public init(_ report: InterviewReport) {
        title = [report.people.title, report.people.candidate].compactMap(\.self).joined(separator: ": ")
        candidate = report.people.candidate
        var blocks = CoverPart(report: report).blocks
        if !report.questions.isEmpty {
            blocks.append(.pageBreak)
            for (index, question) in report.questions.enumerated() {
                blocks += QuestionPart(question: question, report: report, isFirst: index == 0).blocks
            }
        }
        let rest = [
            AdvicePart(advice: report.advice).blocks, ProgressPart(report: report).blocks,
            ReadingPart(report: report).blocks,
        ].filter { !$0.isEmpty }
        if !rest.isEmpty, !report.questions.isEmpty { blocks.append(.pageBreak) }
        self.blocks = blocks + rest.flatMap(\.self)
    }
}

extension ReportBlock {
    /// A heading that is called in a list of contents what it says.
    static func heading(_ level: Int, _ text: String, name: String, outline: String? = nil) -> ReportBlock {
        .heading(level: level, text: text, name: name, outline: outline ?? text)
    }

    /// The lines of a text as paragraphs; empty lines are left out.
    static func paragraphs(_ text: String) -> [ReportBlock] {
        text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
            .map { .paragraph(ReportText(String($0))) }
    }

    /// A list of sentences behind one mark; nothing without sentences.
    static func list(_ level: Int, _ heading: String, name: String, _ mark: Mark, _ texts: [String])
        -> [ReportBlock]
    {
        texts.isEmpty
            ? []
            : [
                .heading(level, heading, name: name),
                .items(texts.map { Item(mark: mark, text: ReportText($0)) }),
            ]
    }
}
