public import Evaluation

/// What sort of question it is; the same kinds that an answer is judged by.
public typealias QuestionKind = Rubric.Kind

extension QuestionKind {
    /// The two families between which an interview is mixed.
    public enum Family: String, Sendable, Hashable, Codable {
        /// Knowledge and problem solving.
        case technical
        /// Experience, judgement and motives.
        case behavioural
    }

    /// The family the kind belongs to.
    public var family: Family {
        switch self {
        case .technical, .systemDesign, .coding, .caseStudy: .technical
        case .behavioural, .situational, .hr: .behavioural
        }
    }
}
