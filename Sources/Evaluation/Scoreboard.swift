/// Puts the five scores together with their certainties and weights.
struct Scoreboard {
    let content: ContentJudgement
    let form: FormJudgement
    let discourse: Discourse
    let hearing: Hearing
    let kind: Rubric.Kind
    let criteria: [Criterion]

    /// The five scores and the overall one, 0...100: their weighted mean times a gate. The overall one is `nil` when no content could
    /// be judged.
    var scores:
        (dimensions: [DimensionScore], overall: Double?, gate: OverallGate?, criteria: [CriterionScore]?)
    {
        let dimensions = [relevance, completeness, clarity, technicalAccuracy, communication]
        guard let mean = dimensions.mean(formWeight: form.weight),
            content.relevance != nil || content.completeness != nil
        else {
            return (dimensions, nil, nil, nil)
        }
        let answered = dimensions.answered(formWeight: form.weight) * content.intelligible * content.about
        let gate = OverallGate(
            answered: answered, ownWords: content.ownWords, connected: discourse.contentFactor)
        let own = CriterionScore.scores(by: criteria, dimensions: dimensions, keyPoints: content.points)
        let overall = (own.flatMap(CriterionScore.mean) ?? mean) * gate.factor
        return (dimensions.weighted(formWeight: form.weight), overall, gate, own)
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
