extension Rubric.Kind {
    /// The kind that people mean by a name: ours, or one that other question banks use, such as "behavioral" or "system_design". Letter
    /// case, blanks, `_` and `-` make no difference. `nil` when there is no such kind.
    package init?(named name: String) {
        let plain = name.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" }
        guard let kind = Self.names[plain] else { return nil }
        self = kind
    }

    private static let names: [String: Self] = [
        "technical": .technical, "behavioral": .behavioural, "behavioural": .behavioural,
        "situational": .situational, "hr": .hr, "coding": .coding, "systemdesign": .systemDesign,
        "case": .caseStudy, "casestudy": .caseStudy,
    ]
}
