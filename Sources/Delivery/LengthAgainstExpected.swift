/// How the length of an answer stands to the length that its question expects.
public struct LengthAgainstExpected: Sendable, Hashable, Codable {
    /// What the length says.
    public enum Verdict: String, Sendable, Hashable, Codable, CaseIterable {
        /// Under `DeliveryBands.lengthShare`.
        case short
        /// Within it.
        case fitting
        /// Over it.
        case long
    }

    /// The length that the question expects, in seconds; `nil` when it expects none.
    public var expectedSeconds: Double?
    /// The seconds from the first sound of speech to the last, over those expected.
    public var share: Figure
    /// Where the share lies; `nil` when there is none.
    public var verdict: Verdict?

    /// The length of an answer against what its question expects. A length that is not above 0 stands for no speech, and such
    /// an expectation for none.
    public init(answerSeconds: Double?, expectedSeconds: Double?) {
        let isExpected = expectedSeconds.map { $0.isFinite && $0 > 0 } ?? false
        self.expectedSeconds = isExpected ? expectedSeconds : nil
        guard let expected = self.expectedSeconds else {
            share = Figure(absentBecause: "the question has no expected time", .share)
            return
        }
        guard let answerSeconds, answerSeconds.isFinite, answerSeconds > 0 else {
            share = Figure(absentBecause: Evidence.noSpeech, .share)
            return
        }
        let ratio = answerSeconds / expected
        share = Figure(ratio, .share)
        let band = DeliveryBands.lengthShare
        verdict = ratio < band.lowerBound ? .short : ratio > band.upperBound ? .long : .fitting
    }
}
