/// How a speaker usually speaks: the figures of the speaker's own earlier answers.
///
/// ```swift
/// let history = DeliveryHistory(earlierReports)
/// history.differences(of: report)  // fillers: 3.1 a minute, usually 6.2 in 5 answers
/// ```
public struct DeliveryHistory: Sendable, Hashable {
    /// A figure of an answer that clearly differs from the earlier ones.
    public struct Difference: Sendable, Hashable {
        /// Which figure.
        public var measure: DeliveryMeasure
        /// What it is in this answer, in the unit of the measure.
        public var value: Double
        /// The median of the earlier answers, in the same unit.
        public var usual: Double
        /// How many earlier answers have the figure.
        public var answerCount: Int

        /// A value against what is usual.
        public init(measure: DeliveryMeasure, value: Double, usual: Double, answerCount: Int) {
            self.measure = measure
            self.value = value
            self.usual = usual
            self.answerCount = answerCount
        }

        /// Whether there is more of it than usually.
        public var isMore: Bool { value > usual }

        /// How far it is off, as a share of what is usual; a value that is usually 0 is off by more than any share.
        public var share: Double { usual > 0 ? abs(value - usual) / usual : .infinity }
    }

    /// With fewer earlier answers that have a figure nothing is usual. A rule of this product.
    public static let leastAnswers = 3
    /// A figure that is further off the median than this share of it differs clearly. A rule of this product.
    public static let clearShare = 0.2

    private let values: [DeliveryMeasure: [Double]]

    /// The history of one speaker.
    ///
    /// - Parameter reports: the speaker's earlier answers in the order of time. A figure that its report calls
    ///   unreliable does not count.
    public init(_ reports: [DeliveryReport]) {
        values = Dictionary(
            uniqueKeysWithValues: DeliveryMeasure.allCases.map { measure in
                (measure, reports.compactMap(measure.value))
            })
    }

    /// The median of the earlier answers; `nil` when fewer than `leastAnswers` have the figure.
    public func usual(_ measure: DeliveryMeasure) -> Double? {
        guard let earlier = values[measure], earlier.count >= Self.leastAnswers else { return nil }
        return Distribution(earlier).median
    }

    /// The figures of an answer that clearly differ from the earlier ones, the most different first: outside the range
    /// of the earlier ones or more than `clearShare` off their median, and further off than chance
    /// (`DeliveryMeasure.leastDifference`).
    public func differences(of report: DeliveryReport) -> [Difference] {
        let found = DeliveryMeasure.allCases.compactMap { measure -> Difference? in
            guard let value = measure.value(report), let usual = usual(measure),
                let earlier = values[measure], let least = earlier.min(), let most = earlier.max()
            else { return nil }
            let difference = Difference(
                measure: measure, value: value, usual: usual, answerCount: earlier.count)
            let isClear = value < least || value > most || difference.share > Self.clearShare
            return isClear && abs(value - usual) >= measure.leastDifference ? difference : nil
        }
        return found.enumerated().sorted {
            ($1.element.share, $0.offset) < ($0.element.share, $1.offset)
        }.map(\.element)
    }
}
