public import Drawing

/// Text with parts that are set off.
public struct ReportText: Sendable, Hashable, ExpressibleByStringLiteral {
    /// How a part is set off. Nothing is told by colour alone.
    public enum Style: Sendable, Hashable {
        /// Not at all.
        case plain
        /// Read first.
        case strong
        /// Looked up.
        case dim
        /// A filler or words taken back.
        case marked(TimelineMark.Kind)
        /// Words that were probably not said, in brackets already.
        case uncertain
        /// Words that are likelier misheard than heard.
        case doubtful
    }

    /// A part of one style.
    public struct Run: Sendable, Hashable {
        /// The words.
        public var text: String
        /// How they are set off.
        public var style: Style
        /// Where they lead: an address, or `#` and the name of a heading; `nil` for nowhere.
        public var link: String?
    }

    /// The parts in their order.
    public private(set) var runs: [Run]

    /// Text of one style.
    public init(_ text: String, _ style: Style = .plain, link: String? = nil) {
        runs = text.isEmpty ? [] : [Run(text: text, style: style, link: link)]
    }

    /// Plain text.
    public init(stringLiteral value: String) { self.init(value) }

    /// Parts behind each other.
    public static func + (left: ReportText, right: ReportText) -> ReportText {
        var sum = left
        sum.runs += right.runs
        return sum
    }

    /// The words alone.
    public var plain: String { runs.map(\.text).joined() }
    /// Whether there is nothing to read.
    public var isEmpty: Bool { runs.isEmpty }

    /// A passage of an answer as it is read.
    init(_ passage: ReportPassage) {
        var text = ReportText("")
        for (index, run) in passage.runs.enumerated() {
            let style: Style =
                if let kind = run.kind { .marked(kind) } else if run.isUncertain {
                    .uncertain
                } else if run
                    .isDoubtful
                { .doubtful } else { .plain }
            text = text + ReportText(index == 0 ? "" : " ") + ReportText(run.text, style)
        }
        self = text
    }
}

extension ReportText {
    /// Parts behind each other.
    public static func joined(_ runs: [Run]) -> ReportText {
        runs.reduce(ReportText("")) { $0 + ReportText($1.text, $1.style, link: $1.link) }
    }
}
