/// How far an answer says the statement of a key point by what words and sentences mean: what `PointMeaning` makes a coverage of, before the
/// rest of the judgement counts.
package struct PointShares: Sendable, Hashable {
    /// The share of its words that stand in one stretch of the answer, themselves or in others that mean the same, 0...1; `nil` when the
    /// question has them all.
    package let words: Double?
    /// The share of its meaning that one stretch of the answer says, 0...1; `nil` without an encoder.
    package let meaning: Double?

    /// The mean of both, 0...1; `nil` when one of them is not known.
    package var both: Double? {
        guard let words, let meaning else { return nil }
        return (words + meaning) / 2
    }
}

extension RubricEvaluator {
    /// How far an answer says each of a rubric's points, in their order; without the points that no answer can make, and none at all for a
    /// judge that compares letters only.
    package func shares(of rubric: Rubric, in answer: JudgedAnswer) -> [PointShares] {
        let usable = KeyPoint.usable(of: rubric, terms: terms).rubric
        let meaning = PointMeaning(AnswerText(answer, terms: terms), rubric: usable, tools: tools)
        return meaning?.matches.map(\.shares) ?? []
    }
}
