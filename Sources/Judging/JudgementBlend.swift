import Evaluation

/// Puts the judgement of a model and that of the offline judge together (`Docs/Scoring.md`). All numbers are
/// working rules.
struct JudgementBlend: Sendable {
    /// The judges are far apart from more than this on, in points of the overall score.
    static let farApart = 35.0
    /// How much more than the offline judge a model may give to an answer that had words for the judge, in points: the
    /// list of such words is short, so the rest may have others.
    static let injectedGain = 10.0
    /// How far a model takes confidence towards `highestConfidence`.
    private static let worth = 0.4
    private static let highestConfidence = 0.95

    let offline: Evaluation
    let verdict: Verdict
    let rubric: Rubric
    let sent: SentAnswer
    let answer: JudgedAnswer
    /// The model's name.
    let model: String

    /// The evaluation of both; `nil` when an answer speaks to its judge and there is no offline score to hold
    /// against it.
    var evaluation: Evaluation? {
        if sent.wasInjected, offline.overall == nil { return nil }
        let formWeight = offline.dimensions.formWeight
        let dimensions = self.dimensions.weighted(formWeight: formWeight)
        var gate = offline.gate ?? OverallGate()
        // Words of the answer that a model found a point in open the gate for what the offline judge did not recognise.
        let answered = dimensions.answered(formWeight: formWeight)
        gate.answered = hasQuotedPoint ? answered : min(gate.answered, answered)
        guard let meanOfAll = dimensions.mean(formWeight: formWeight) else { return nil }
        let own = CriterionScore.scores(
            by: rubric.criteria ?? [], dimensions: dimensions, keyPoints: keyPoints)
        let mean = own.flatMap(CriterionScore.mean) ?? meanOfAll
        var notices = offline.notices ?? []
        if sent.isCut {
            notices.append(
                "\(model) got the first \(sent.wordCount) words of the answer; the rest was judged offline.")
        }
        let most = (offline.overall ?? 0) + Self.injectedGain
        if sent.wasInjected, mean * gate.factor > most {
            gate.answered *= most / (mean * gate.factor)
            notices.append(
                "Because of these words, the score lies no more than \(Int(Self.injectedGain)) points above that of the "
                    + "offline judge.")
        }
        let overall = mean * gate.factor
        let distance = offline.overall.map { abs($0 - overall) }
        let isFarApart = (distance ?? 0) > Self.farApart
        if isFarApart, let alone = offline.overall {
            notices.append(
                "The judges are far apart: \(Self.points(overall)) with \(model), \(Self.points(alone)) offline. A person "
                    + "should look at this answer.")
        }
        let confidence = self.confidence(distance: distance)
        let isAtOdds = Self.isOpposite(verdict.sentiment, Sentiment(overall: overall))
        return Evaluation(
            overall: overall, dimensions: dimensions, keyPoints: keyPoints, strengths: verdict.strengths,
            weaknesses: weaknesses, missingPoints: verdict.missing, suggestions: verdict.suggestions,
            narrative: verdict.narrative, sentiment: Sentiment(overall: overall),
            judges: offline.judges + [model], hearing: offline.hearing, limits: limits, gate: gate,
            layers: (offline.layers ?? []) + [.languageModel], confidence: confidence,
            needsReview: confidence < Sureness.reviewBelow || isFarApart || isAtOdds
                || offline.notices?.isEmpty == false,
            ratings: Ratings(dimensions: dimensions, steadiness: answer.delivery?.steadiness),
            structure: offline.structure, notices: notices.isEmpty ? nil : notices, criteria: own,
            vagueClaims: offline.vagueClaims)
    }

    private var hasQuotedPoint: Bool {
        verdict.points.values.contains {
            $0.coverage >= KeyPointResult.coveredFrom && $0.evidence != nil
        }
    }

    private var dimensions: [DimensionScore] {
        offline.dimensions.map { alone in
            guard let side = verdict.sides[alone.dimension] else { return alone }
            // Its pauses and its length are measured; what is too short to be judged stays without a score.
            if alone.dimension == .clarity, alone.score == nil { return alone }
            var score = alone
            score.score =
                alone.dimension == .clarity ? (side.score + (alone.score ?? side.score)) / 2 : side.score
            score.certainty = answer.hearing.level == .good ? .medium : .low
            score.basis =
                side.basis + (side.evidence.map { " (\u{201C}\($0.text)\u{201D})" } ?? "")
                + (alone.dimension == .clarity ? " Half of the score: \(alone.basis)" : "")
            return score
        }
    }

    private var keyPoints: [KeyPointResult] {
        offline.keyPoints.map { alone in
            guard let point = verdict.points[alone.id] else { return alone }
            // What comes after the part that the model got may make a point all the same.
            if sent.isCut, alone.coverage > point.coverage { return alone }
            return KeyPointResult(
                id: alone.id, statement: alone.statement, coverage: point.coverage, evidence: point.evidence)
        }
    }

    /// What is wrong weighs more than what is missing.
    private var weaknesses: [String] {
        let wrong = verdict.contradictions.map { "You said \u{201C}\($0.quote.text)\u{201D}: \($0.problem)" }
        return Array((wrong + verdict.weaknesses).prefix(4))
    }

    private var limits: [String] {
        offline.limits + [
            "A language model read what the answer means. It can be wrong, about facts too, and may judge otherwise when it is "
                + "asked again; its quotations were checked, its opinions cannot be."
        ]
    }

    /// A second judge who agrees makes a judgement surer, and one who does not makes it less sure: from 10 points of
    /// difference on down to half of it at `farApart`, where it halves once more.
    private func confidence(distance: Double?) -> Double {
        let alone = offline.confidence ?? 0.5
        let both = alone + max(0, Self.highestConfidence - alone) * Self.worth
        guard let distance else { return both }
        let apart = min(max((distance - 10) / (Self.farApart - 10), 0), 1)
        return both * (1 - 0.5 * apart) * (distance > Self.farApart ? 0.5 : 1)
    }

    private static func isOpposite(_ first: Sentiment, _ second: Sentiment) -> Bool {
        Set([first, second]) == [.positive, .negative]
    }

    private static func points(_ score: Double) -> String { "\(Int(score.rounded()))" }
}
