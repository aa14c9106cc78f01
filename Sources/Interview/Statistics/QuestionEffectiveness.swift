/// What a question tells about those who answer it. Asked as a follow-up it does not count.
public struct QuestionEffectiveness: Sendable, Hashable, Codable {
    /// With fewer answers nothing is said of the discrimination. A rule of this product.
    public static let answersForDiscrimination = 10

    /// The question's name.
    public var question: String
    /// How often it was put.
    public var uses: Int
    /// How many answers have a score.
    public var answers: Int
    /// The mean score of the answers, 0...100: the lower, the harder; `nil` without one.
    public var meanScore: Double?
    /// How well the score here goes with the rest of the same interview, -1...1 (corrected item-total correlation); `nil` with
    /// fewer than `answersForDiscrimination` answers beside others, and where all scored the same.
    public var discrimination: Double?
    /// How many answers the discrimination rests on: those in an interview with another scored answer.
    public var comparedAnswers: Int

    /// What a question tells.
    ///
    /// - Parameter comparison: how its scores go with the mean of the other scores of the same interview.
    public init(
        question: String, uses: Int, answers: Int, meanScore: Double?, comparison: CorrelationSums
    ) {
        self.question = question
        self.uses = uses
        self.answers = answers
        self.meanScore = meanScore
        comparedAnswers = comparison.count
        discrimination =
            comparison.count < Self.answersForDiscrimination ? nil : comparison.correlation
    }

    /// How well it tells those who do well in the rest of the interview from those who do not.
    public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
        /// A discrimination of `wellFrom` or more.
        case well
        /// A discrimination of `somewhatFrom` or more.
        case somewhat
        /// Any lower one: the question tells little, or the wrong ones do well in it.
        case hardly

        /// From this discrimination on a question separates well (Ebel and Frisbie, Essentials of Educational Measurement, 1991).
        public static let wellFrom = 0.3
        /// From this discrimination on a question separates somewhat (ibid.).
        public static let somewhatFrom = 0.2
    }

    /// What the discrimination amounts to; `nil` where nothing is said of it.
    public var verdict: Verdict? {
        discrimination.map {
            $0 >= Verdict.wellFrom ? .well : $0 >= Verdict.somewhatFrom ? .somewhat : .hardly
        }
    }
}
