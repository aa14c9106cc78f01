import Evaluation
import Recognition

extension RubricEvaluator {
    /// The judge who knows the terms that come with Viva.
    ///
    /// - Parameter tools: what it knows of language beyond letters.
    static func installed(tools: JudgementTools = JudgementTools()) throws -> RubricEvaluator {
        RubricEvaluator(
            lexicon: try HearingFolder(path: Places.data() + "/models").writtenTerms(), tools: tools)
    }
}
