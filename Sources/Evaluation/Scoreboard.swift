/// Puts the five scores together with their certainties and weights.
struct Scoreboard {
    let content: ContentJudgement
    let form: FormJudgement
    let discourse: Discourse
    let hearing: Hearing
    let kind: Rubric.Kind

    /// The five scores and the overall one, 0...100: their weighted mean times a gate. The overall one is `nil` when no content could
    /// be judged.
    var scores: (dimensions: [DimensionScore], overall: Double?, gate: OverallGate?) {
        var dimensions = [relevance, completeness, clarity, technicalAccuracy, communication]
        // How something is said counts only as far as it answers the question: else an answer to another question,
        // fluently spoken, would pass.
        let substance = max(content.completeness ?? 0, 0.7 * (content.relevance ?? 0))
        let formShare = 0.15 + 0.85 * Curve.ramp(substance, zero: 0.15, one: 0.5)
        guard let mean = self.mean(dimensions, formShare: 1),
            content.relevance != nil || content.completeness != nil
        else {
            return (dimensions, nil, nil)
        }
        let total = dimensions.reduce(0) { $0 + ($1.score == nil ? 0 : weight(of: $1.dimension)) }
        for place in dimensions.indices where dimensions[place].score != nil {
            dimensions[place].weight = weight(of: dimensions[place].dimension) / total
        }
        let withLessForm = self.mean(dimensions, formShare: formShare) ?? mean
        let gate = OverallGate(
            answered: mean > 0 ? min(1, withLessForm / mean) * content.intelligible * content.about : 0,
            ownWords: content.ownWords,
            connected: discourse.contentFactor)
        return (dimensions, mean * gate.factor, gate)
    }

    /// The weighted mean of the scores that there are, those of the form with a share of their weight.
    private func mean(_ dimensions: [DimensionScore], formShare: Double) -> Double? {
        Curve.mean(
            dimensions.map { score in
                (score.score, weight(of: score.dimension) * (score.dimension.isOfForm ? formShare : 1))
            })
    }

    /// What a dimension counts, in percent; less for the form of an answer of few words.
    private func weight(of dimension: Dimension) -> Double {
        dimension.weightPercent * (dimension.isOfForm ? form.weight : 1)
    }

    /// What a comparison of words can be sure of at best: medium, and low when the words themselves are in doubt.
    private var contentCertainty: DimensionScore.Certainty { hearing.level == .good ? .medium : .low }

    private var relevance: DimensionScore {
        guard let share = content.relevance else {
            return DimensionScore(
                dimension: .relevance, score: nil, certainty: .low,
                basis: "The question has neither key points nor sample answers to compare with.")
        }
        return DimensionScore(
            dimension: .relevance, score: 100 * share, certainty: contentCertainty,
            basis:
                "From the expected points that were touched and the likeness to sample answers; the words of the "
                + "question itself count little.")
    }

    private var completeness: DimensionScore {
        guard let share = content.completeness else {
            return DimensionScore(
                dimension: .completeness, score: nil, certainty: .low,
                basis: "The question has no key points.")
        }
        let made = content.points.count { $0.isCovered }
        return DimensionScore(
            dimension: .completeness, score: 100 * share, certainty: contentCertainty,
            basis: "\(made) of \(content.points.count) expected points were found in the answer.")
    }

    private var technicalAccuracy: DimensionScore {
        guard let share = content.technicalMatch else {
            let reason =
                kind.isTechnical
                ? "The question has no key points."
                : "This question has no technical content to be right or wrong."
            return DimensionScore(dimension: .technicalAccuracy, score: nil, certainty: .low, basis: reason)
        }
        return DimensionScore(
            dimension: .technicalAccuracy, score: 100 * share, certainty: .low,
            basis: "From how closely the answer says what is expected. Facts were not checked.")
    }

    private var clarity: DimensionScore {
        guard form.isJudged else { return tooShort(.clarity) }
        let basis =
            switch (hearing.source, form.flow) {
            case (.spoken, .some): "From the build of the answer, its length, and its pauses and fillers."
            case (.spoken, nil): "From the build of the answer and its length; pauses were not measured."
            case (.typed, _): "From the build of the answer, its length and the length of its sentences."
            }
        return DimensionScore(
            dimension: .clarity, score: 100 * form.clarity,
            certainty: hearing.source == .spoken && form.flow != nil && hearing.level == .good
                ? .medium : .low,
            basis: basis)
    }

    private func tooShort(_ dimension: Dimension) -> DimensionScore {
        DimensionScore(
            dimension: dimension, score: nil, certainty: .low,
            basis: "The answer is too short to judge how it is put.")
    }

    private var communication: DimensionScore {
        guard form.isJudged else { return tooShort(.communication) }
        guard let share = form.communication else {
            return DimensionScore(
                dimension: .communication, score: nil, certainty: .low,
                basis: "The delivery was not measured.")
        }
        return DimensionScore(
            dimension: .communication, score: 100 * share,
            certainty: hearing.source == .spoken ? .medium : .low,
            basis: hearing.source == .spoken
                ? "From pace, pauses, fillers, liveliness of the level and variety of words."
                : "From the sentences and the variety of words: the answer was typed, not spoken.")
    }
}
