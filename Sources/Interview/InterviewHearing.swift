import Evaluation

/// How well the answers of an interview were heard, and how sure their judgement is.
public struct InterviewHearing: Sendable, Hashable, Codable {
    /// How many answers were given; of several takes the last counts.
    public var answerCount: Int
    /// How many of them have a score.
    public var scoredCount: Int
    /// How many were not heard well enough for one.
    public var notHeardCount: Int
    /// How many could not be analysed.
    public var failedCount: Int
    /// How many have a score though their words are in doubt.
    public var partlyHeardCount: Int
    /// How many a person should look at, as their judgement is not sure enough.
    public var needsReviewCount: Int
    /// The mean of the recogniser's confidence over the spoken answers, each by its words, 0...1; `nil` when none has one.
    public var meanWordConfidence: Double?
    /// The least mean confidence of a spoken answer, 0...1.
    public var leastWordConfidence: Double?
    /// How sure the judgement of the scored answers is on average, 0...1; `nil` when no judge says so.
    public var meanConfidence: Double?
    /// How sure the least sure judgement of them is, 0...1.
    public var leastConfidence: Double?

    /// The hearing of the final takes of an interview.
    public init(of takes: [Take]) {
        let evaluations = takes.compactMap(\.evaluation)
        let scored = evaluations.filter { $0.overall != nil }
        answerCount = takes.count
        scoredCount = scored.count
        notHeardCount = evaluations.count { $0.overall == nil && $0.hearing.level == .notEnough }
        failedCount = takes.count { if case .failed = $0.progress { true } else { false } }
        partlyHeardCount = scored.count { $0.hearing.level != .good }
        needsReviewCount = evaluations.count { $0.needsReview == true }
        let heard = evaluations.map(\.hearing).filter { $0.source == .spoken }
        let words = heard.compactMap { hearing in
            hearing.meanConfidence.map { (confidence: $0, count: Double(hearing.wordCount)) }
        }.filter { $0.confidence.isFinite }
        let count = words.reduce(0) { $0 + $1.count }
        meanWordConfidence = count > 0 ? words.reduce(0) { $0 + $1.confidence * $1.count } / count : nil
        leastWordConfidence = words.map(\.confidence).min()
        let sureness = scored.compactMap(\.confidence).filter(\.isFinite)
        meanConfidence = sureness.isEmpty ? nil : sureness.reduce(0, +) / Double(sureness.count)
        leastConfidence = sureness.min()
    }

    /// What there is to know before the scores are believed, as sentences; empty when all was heard well.
    public var remarks: [String] {
        let counts: [(Int, String)] = [
            (notHeardCount, "not heard well enough for a score"), (failedCount, "not analysed"),
            (partlyHeardCount, "only partly understood, so that scores of content are rough"),
        ]
        var remarks = counts.filter { $0.0 > 0 }.map { count, what in
            "\(subject(count)) \(count == 1 ? "was" : "were") \(what)."
        }
        if needsReviewCount > 0 {
            remarks.append(
                "\(subject(needsReviewCount)) should be looked at by a person, as the judgement is not sure enough."
            )
        }
        return remarks
    }

    /// So many of the answers.
    private func subject(_ count: Int) -> String {
        answerCount == 1 ? "The answer" : "\(count) of \(answerCount) answers"
    }
}
