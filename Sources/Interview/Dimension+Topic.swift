public import Evaluation

extension Dimension {
    /// What stands for it among the topics of sentences and of things to study: `side.clarity`. Categories of questions and themes
    /// of delivery have plain names, so that the side communication is not taken for questions about communication.
    public var topic: String { "side." + rawValue }
}
