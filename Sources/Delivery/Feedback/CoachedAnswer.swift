import Speech

/// What the rules of feedback look at: the figures of an answer, and its words where they are known.
struct CoachedAnswer: Sendable {
    let report: DeliveryReport
    /// What was heard, in the order of time.
    let words: [Word]

    /// How far a group of figures can be trusted; as far as they can be in a report that was saved without limits.
    func level(_ group: FigureLimits.Group) -> FigureLimits.Level { report.limits?[group].level ?? .none }

    /// Whether a group of figures is to be said with "about".
    func isAbout(_ group: FigureLimits.Group) -> Bool { level(group) == .approximate }

    /// What stands before a figure of a group: "about " or nothing.
    func about(_ group: FigureLimits.Group) -> String { isAbout(group) ? "about " : "" }

    /// A share of some things by figures of a group, at the start of a sentence: "Three of four", "About three of four".
    func share(_ count: Int, of all: Int, by group: FigureLimits.Group) -> String {
        Wording.sentence("\(about(group))\(Wording.number(count)) of \(Wording.number(all))")
    }
}
