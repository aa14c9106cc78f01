import Delivery
public import Speech

/// Something in an answer that a speaker may want to say less often, with its place.
public struct TimelineMark: Sendable, Hashable {
    /// What is marked. Each kind has a letter, and in a picture a shape and a colour.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A sound without meaning: um, uh, er.
        case filledPause
        /// A word or phrase set apart by pauses: like, you know.
        case lexical
        /// A softener: maybe, I think.
        case hedge
        /// The same words said again.
        case repetition
        /// A word or phrase broken off and begun again otherwise.
        case restart

        /// The letter that stands for it.
        public var letter: Character {
            switch self {
            case .filledPause: "F"
            case .lexical: "L"
            case .hedge: "H"
            case .repetition: "R"
            case .restart: "S"
            }
        }

        /// What one of it is called: "filled pause".
        public var name: String {
            switch self {
            case .filledPause: "filled pause"
            case .lexical: "lexical filler"
            case .hedge: "hedge"
            case .repetition: "repetition"
            case .restart: "restart"
            }
        }

        /// A number of it: "1 hedge", "3 filled pauses".
        public func counted(_ number: Int) -> String { "\(number) \(name)\(number == 1 ? "" : "s")" }

        /// Whether words were taken back, rather than time filled or a statement softened.
        public var isTakenBack: Bool { self == .repetition || self == .restart }
    }

    /// What is marked.
    public var kind: Kind
    /// The words as heard.
    public var text: String
    /// Where they lie.
    public var time: TimeRange

    /// A mark over `time`.
    public init(kind: Kind, text: String, time: TimeRange) {
        self.kind = kind
        self.text = text
        self.time = time
    }

    init(_ filler: Filler) {
        let kind: Kind =
            switch filler.kind {
            case .filledPause: .filledPause
            case .lexical: .lexical
            case .hedge: .hedge
            }
        self.init(kind: kind, text: filler.text, time: filler.time)
    }

    init(_ disfluency: Disfluency) {
        let kind: Kind =
            switch disfluency.kind {
            case .repetition: .repetition
            case .restart: .restart
            }
        self.init(kind: kind, text: disfluency.text, time: disfluency.time)
    }
}
