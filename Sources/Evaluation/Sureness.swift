/// How sure a judgement is, and whether a person should look at it. All numbers are working rules.
package struct Sureness {
    /// 0...1.
    let confidence: Double

    /// Below this confidence a person should look at a judgement.
    package static let reviewBelow = 0.4
    /// What letters alone are worth, and what each further layer adds.
    private static let base = 0.5
    private static let worth: [JudgementLayer: Double] = [.synonyms: 0.1, .wordVectors: 0.1, .meaning: 0.2]

    /// - Parameters:
    ///   - agreement: how far words and meaning agree on how much was said, 0...1; `nil` where only one of them judged.
    init(layers: [JudgementLayer], agreement: Double?, hearing: Hearing) {
        let known = Self.base + layers.reduce(0) { $0 + (Self.worth[$1] ?? 0) }
        let heard =
            switch hearing.level {
            case .good: 1.0
            case .partial: 0.8
            case .poor: 0.5
            case .notEnough: 0.0
            }
        let length = Curve.ramp(Double(hearing.wordCount), zero: -4, one: 8)
        confidence = known * (0.4 + 0.6 * (agreement ?? 0.8)) * heard * length
    }

    var needsReview: Bool { confidence < Self.reviewBelow }
}
