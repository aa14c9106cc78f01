/// The judgement of an answer to a question about a vague claim: whether the claim became concrete. It gets no score of its own,
/// as nobody wrote down what a good one says; the points of the question that it makes all the same are kept.
struct ClaimAnswer {
    let claim: VagueClaim
    let answer: AnswerText
    /// What the judge makes of it as an answer to the question itself.
    let judged: Evaluation

    private static let absence =
        "An answer to a question about a vague claim has no score of its own: what counts is whether the claim became concrete."

    /// The evaluation with a remark in the place of scores of content.
    var evaluation: Evaluation {
        var evaluation = judged
        evaluation.gate = nil
        evaluation.criteria = nil
        evaluation.vagueClaims = nil
        evaluation.missingPoints = []
        evaluation.keyPoints = judged.keyPoints.filter(\.isCovered)
        evaluation.dimensions = judged.dimensions.map { side in
            DimensionScore(
                dimension: side.dimension, score: Self.isForm(side.dimension) ? side.score : nil,
                certainty: side.certainty, basis: Self.isForm(side.dimension) ? side.basis : Self.absence)
        }
        evaluation.ratings = Ratings(
            technical: nil,
            communication: Ratings.communication(
                clarity: evaluation.score(.clarity), communication: evaluation.score(.communication)),
            delivery: nil)
        evaluation.ratings?.delivery = judged.ratings?.delivery
        // What was not heard or understood keeps its reason.
        guard judged.layers?.isEmpty == false else { return evaluation }
        evaluation.overall = nil
        evaluation.overallAbsence = Self.absence
        evaluation.sentiment = .neutral
        let remark = remark
        evaluation.isClaimConcrete = remark.strength != nil
        evaluation.strengths = remark.strength.map { [$0] } ?? []
        evaluation.weaknesses = remark.weakness.map { [$0] } ?? []
        evaluation.suggestions = remark.advice.map { [$0] } ?? []
        evaluation.narrative =
            (remark.strength ?? remark.weakness ?? "") + " Such an answer has no score of its own."
        return evaluation
    }

    /// Whether the claim became concrete, with the words that show it.
    private var remark: Remark {
        let signs = signs
        for sort in wanted {
            guard let place = signs[sort] else { continue }
            let quoted = Remark.quote(answer.phrase(around: place))
            return Remark(strength: "You made \(claimed) concrete: \(Self.phrase(sort))\(quoted).")
        }
        return Remark(
            weakness:
                "\(claimed.prefix(1).uppercased() + claimed.dropFirst()) stayed vague: \(Self.missing(claim.sort)) was found.",
            advice: advice)
    }

    /// What is concrete in the answer. Who is asked which tools needs few words to name them, and a recogniser writes no capitals.
    private var signs: [Concreteness.Sort: Range<Int>] {
        guard !Refusal.isOnlyThat(answer) else { return [:] }
        let concrete = Concreteness(
            answer, claim: claim.sort, particularWords: claim.sort == .generality ? 2 : 3)
        var signs = concrete.signs(in: answer.tokens.indices)
        // That somebody worked at a place does not say how a matter ended.
        if claim.sort == .success, signs[.particulars] == nil { signs[.name] = nil }
        return signs
    }

    private var claimed: String { "the claim \u{201C}\(claim.evidence.text)\u{201D}" }

    /// What makes a claim of its sort concrete, the best first. That somebody says more words is not enough for a result.
    private var wanted: [Concreteness.Sort] {
        switch claim.sort {
        case .change: [.figure, .measurement, .example, .reason, .deed]
        case .success: [.figure, .example, .absence, .name, .deed, .reason]
        case .action: [.deed, .example, .figure, .reason]
        case .generality: [.name, .example, .deed, .figure, .particulars]
        }
    }

    private static func phrase(_ sort: Concreteness.Sort) -> String {
        switch sort {
        case .figure: "you gave a figure"
        case .example: "you gave an example"
        case .name: "you named something"
        case .reason: "you gave a reason or a way"
        case .deed: "you said what was done"
        case .measurement: "you said that it was measured"
        case .absence: "you said what did not happen"
        case .particulars, .link: "you named particulars"
        }
    }

    private static func missing(_ sort: VagueClaim.Sort) -> String {
        switch sort {
        case .change: "no figure, measurement, example, reason or deed"
        case .success: "no figure, example or sign of it"
        case .action: "no step of your own"
        case .generality: "no name or example"
        }
    }

    private var advice: String {
        switch claim.sort {
        case .change: "Say how much it changed and how that was measured, or why it is so."
        case .success: "Say by what one could tell that it went well: a figure, or what somebody said or did."
        case .action: "Say what you did first, then and last, beginning with \u{201C}I\u{201D}."
        case .generality: "Name one or two, and say what each was for."
        }
    }

    private static func isForm(_ dimension: Dimension) -> Bool {
        dimension == .clarity || dimension == .communication
    }
}
