import Language

/// How near an answer comes to a model answer as a whole: the words of it that the answer covers, and what of its meaning the
/// answer says.
///
/// For short answers the plain mean of both agreed best with human grades (`Docs/Scoring.md`).
struct ReferenceMatch {
    /// The share of the model answer's own words that are covered, 0...1; `nil` when the question has them all.
    let words: Double?
    /// The share of its meaning that is said, 0...1; `nil` without an encoder.
    let meaning: Double?

    init(_ reference: String, words finder: inout CoverageFinder, meaning recall: MeaningRecall?) {
        words = finder.coverage(of: reference)?.value
        meaning = recall?.recall(of: reference)
    }

    /// Both together, 0...1; `nil` when neither could be told.
    var value: Double? { Curve.mean([(words, 1), (meaning, 1)]) }

    /// The same with more weight on the very words, for technical terms.
    var technicalValue: Double? { Curve.mean([(words, 0.6), (meaning, 0.4)]) }

    /// Up to the first nothing of the model answer is seen, from the second on all of it. Answers to other questions lie at 0.2, good
    /// ones at 0.6 on the average.
    static let range = (zero: 0.05, one: 0.85)
}
