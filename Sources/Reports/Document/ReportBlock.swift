public import Drawing

/// One part of a report, as every written form has it.
public enum ReportBlock: Sendable, Hashable {
    /// A heading; `level` 1 is the report's own. `name` is unique in the report, and links lead to it. `outline` is what it is
    /// called in a list of contents.
    case heading(level: Int, text: String, name: String, outline: String)
    /// Running text.
    case paragraph(ReportText)
    /// Something to know before the rest is believed.
    case notice(String)
    /// Names with their values.
    case facts([Fact])
    /// The score of an interview or an answer, with its stars and a remark.
    case score(Score)
    /// Scores of 0...100 as bars.
    case bars([Score])
    /// A list.
    case items([Item])
    /// What was said, each passage with its time.
    case transcript([Passage])
    /// Text set line by line as it is, in letters of one width, with its language where that is known.
    case code(String, language: CodeLanguage?)
    /// A picture with what it shows in words.
    case picture(Picture, title: String, description: String, caption: String)
    /// Figures of two attempts.
    case table(header: [String], rows: [[String]])
    /// A place where a page may end well.
    case pageBreak

    /// A name with its value.
    public struct Fact: Sendable, Hashable {
        /// What it is.
        public var name: String
        /// Its value.
        public var value: String
        /// What there is to know beside it; may be empty.
        public var remark = ""
    }

    /// A score.
    public struct Score: Sendable, Hashable {
        /// What is scored.
        public var name: String
        /// 0...100; `nil` when it could not be judged.
        public var value: Double?
        /// What there is to know beside it; may be empty.
        public var remark = ""
        /// In stars, printed; may be empty.
        public var stars = ""
        /// The name of a heading that it leads to; may be empty.
        public var target = ""

        /// The score as it is read.
        public var number: String { value.map { ReportNumber.score($0) } ?? "–" }
    }

    /// An entry of a list.
    public struct Item: Sendable, Hashable {
        /// What stands before it.
        public var mark: Mark
        /// What it says.
        public var text: ReportText
    }

    /// What stands before an entry.
    public enum Mark: Sendable, Hashable {
        /// Done well, to be worked on, to be done next.
        case strength, weakness, next
        /// An expected point that was made, or was not.
        case made, missing
        /// Neither.
        case neutral
        /// A detail of the entry before it.
        case detail
        /// A day of a plan.
        case day(Int)

        /// The sign.
        public var sign: String {
            switch self {
            case .strength: "+"
            case .weakness: "−"
            case .next: "→"
            case .made: "✓"
            case .missing: "✗"
            case .neutral, .detail: "·"
            case .day(let day): "Day \(day)"
            }
        }

        /// The sign in a word, for who does not see it; empty where it says nothing.
        public var word: String {
            switch self {
            case .strength: "Strength"
            case .weakness: "Weakness"
            case .next: "Next"
            case .made: "Made"
            case .missing: "Not made"
            case .neutral, .detail, .day: ""
            }
        }
    }

    /// What was said in one stretch.
    public struct Passage: Sendable, Hashable {
        /// When, such as `1:04`.
        public var time: String
        /// The words.
        public var text: ReportText
    }
}
