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
        meaning = recall?.find(reference)?.value
    }

    /// Both together, 0...1; `nil` when neither could be told.
    var value: Double? { Curve.mean([(words, 1), (meaning, 1)]) }

    /// The same with more weight on the very words, for technical terms.
    var technicalValue: Double? { Curve.mean([(words, 0.6), (meaning, 0.4)]) }

    /// A share as part of what is expected, 0...1.
    ///
    /// Answers of a sentence or two to other questions lie at 0.2, long ones at 0.3, as among many words one is near any other; good
    /// ones in other words lie at 0.6. So nothing is seen up to 0.05 in short answers and 0.2 in long ones, all from 0.85 and 0.8 on.
    ///
    /// - Parameter length: how long the answer is, 0 for a sentence or two, 1 for a minute of speech.
    static func part(_ share: Double?, length: Double) -> Double? {
        share.map { Curve.ramp($0, zero: 0.05 + 0.15 * length, one: 0.85 - 0.05 * length) }
    }
}
