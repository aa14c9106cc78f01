public import Evaluation

extension QuestionKind {
    /// The kind of a question that somebody wrote with a category in any words: "Behavioral" and "System design" say it, "Introduction" is
    /// about the person. What names no kind is a subject, and a question about a subject is technical; without any it is about
    /// circumstances.
    public init(category: String) {
        let words = Set(category.lowercased().split { !$0.isLetter }.map(String.init))
        self =
            if let kind = QuestionKind(named: category) {
                kind
            } else if !words.isDisjoint(with: Self.personal) {
                .hr
            } else if !words.isDisjoint(with: ["behavioral", "behavioural", "leadership", "teamwork", "soft"])
            {
                .behavioural
            } else if !words.isDisjoint(with: ["situational", "situation", "scenario"]) {
                .situational
            } else if words.contains("design"), words.contains("system") || words.contains("systems") {
                .systemDesign
            } else if !words.isDisjoint(with: ["coding", "algorithm", "algorithms", "dsa"]) {
                .coding
            } else {
                .technical
            }
    }

    private static let personal: Set<String> = [
        "introduction", "intro", "general", "hr", "motivation", "background", "personal", "closing", "career",
        "salary", "culture", "other",
    ]
}
