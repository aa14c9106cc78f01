import Evaluation
import Recognition

extension RubricEvaluator {
    /// The judge who knows the terms that come with Viva.
    static func installed() throws -> RubricEvaluator {
        RubricEvaluator(lexicon: try HearingFolder(path: Places.data() + "/models").writtenTerms())
    }
}
