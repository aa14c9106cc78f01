import Language

/// Finds key points by what words and sentences mean, where they are said in other words than were foreseen.
///
/// A point's statement is looked for in one place of the answer, its words by `CoverageFinder` and its meaning by `MeaningRecall`; the
/// plain mean of both is what agreed best with human grades of short answers (`Docs/Scoring.md`).
struct PointMeaning {
    /// How far a point is said, and where.
    struct Match {
        /// 0...1.
        var coverage: Double
        /// What the coverage was made of.
        var shares: PointShares
        /// The stretch of the answer's tokens that says it; `nil` when none can be named.
        var tokens: Range<Int>?
    }

    /// What became of each point, in the order of the rubric.
    let matches: [Match]
    /// How near the answer as a whole is to the question or to all points together, as a cosine; `nil` without an encoder.
    let nearness: Double?
    private let isStory: Bool
    /// How far words and meaning agree, 0...1; `nil` where only one of them judged.
    let agreement: Double?

    /// Up to the first share nothing of a statement is seen, from the second on all of it, in long answers. On Viva's own questions the
    /// median point has 0.62 in the sample answer by words and meaning together, 0.19 in the answer to another question, and one of twenty
    /// has more than 0.37 there (`viva-bench judgement --points`). In an answer of a sentence or two little is alike by chance, so less is
    /// enough.
    private static let range = (both: (0.32, 0.67), words: (0.4, 0.9), meaning: (0.37, 0.7))
    private static let lessInShort = (zero: 0.2, one: 0.05)

    init?(_ answer: AnswerText, rubric: Rubric, tools: JudgementTools) {
        guard !tools.layers.isEmpty else { return nil }
        isStory = rubric.kind.isStory
        var finder = CoverageFinder(
            answer, question: rubric.question,
            likeness: WordLikeness(
                thesaurus: tools.thesaurus, vectors: tools.vectors,
                leastCosine: WordLikeness.leastCosine * answer.length))
        let questionStems = Set(Term.content(of: rubric.question, terms: answer.spokenTerms).map(\.stem))
        let recall = tools.encoder.map {
            MeaningRecall(answer.text, questionStems: questionStems, encoder: $0)
        }
        var differences: [Double] = []
        var statements: [[Float]] = []
        matches = rubric.keyPoints.map { point in
            let words = finder.coverage(of: point.statement)
            let encoded = recall?.encoded(point.statement)
            let meaning = encoded.flatMap { recall?.find($0, of: point.statement) }
            if let encoded { statements.append(encoded.sentence) }
            if let words, let meaning { differences.append(abs(words.value - meaning.value)) }
            let shares = PointShares(words: words?.value, meaning: meaning?.value)
            return Match(
                coverage: Self.coverage(shares, length: answer.length), shares: shares,
                tokens: words?.tokens ?? meaning?.characters.flatMap(answer.tokens(at:)))
        }
        nearness = recall.map { recall in
            max(recall.nearness(to: rubric.question), recall.nearness(to: UnitVector.mean(of: statements)))
        }
        agreement =
            differences.isEmpty ? nil : 1 - differences.reduce(0, +) / Double(differences.count)
    }

    /// How sure it is by meaning that the answer is about the subject, 0...1. Of answers to Viva's technical questions, 95 % have a
    /// nearness of 0.45 and more, of answers to others 5 % have more than 0.35; stories are less alike.
    var certainty: Double? {
        nearness.map { Curve.ramp($0, zero: isStory ? 0.1 : 0.2, one: isStory ? 0.35 : 0.45) }
    }

    private static func coverage(_ shares: PointShares, length: Double) -> Double {
        func part(_ share: Double, _ range: (zero: Double, one: Double)) -> Double {
            Curve.ramp(
                share, zero: range.zero - lessInShort.zero * (1 - length),
                one: range.one - lessInShort.one * (1 - length))
        }
        if let both = shares.both { return part(both, range.both) }
        if let words = shares.words { return part(words, range.words) }
        return shares.meaning.map { part($0, range.meaning) } ?? 0
    }
}
