import Language

extension KeyPoint {
    /// A rubric without the points that no answer can make, since the question has all their words, and those points.
    static func usable(of rubric: Rubric, terms: SpokenTerms) -> (rubric: Rubric, unusable: [KeyPoint]) {
        let questionStems = Set(Term.content(of: rubric.question, terms: terms).map(\.stem))
        let unusable = rubric.keyPoints.filter { point in
            ([point.statement] + point.variants).allSatisfy { text in
                StoryMove(variant: text) == nil
                    && Phrase(text, form: .said, questionStems: questionStems, terms: terms).contentCount == 0
            }
        }
        guard !unusable.isEmpty else { return (rubric, []) }
        var rubric = rubric
        rubric.keyPoints.removeAll { unusable.contains($0) }
        return (rubric, unusable)
    }
}
