import Language

/// What an answer says, measured against its rubric. All shares are 0...1 and `nil` where the rubric gives nothing to
/// measure by. The formulas and their reasons are in `Docs/Scoring.md`.
struct ContentJudgement {
    let points: [KeyPointResult]
    /// How far the answer is about what was asked.
    let relevance: Double?
    /// How much of what is expected was said.
    let completeness: Double?
    /// How closely the technical content said matches the one expected.
    let technicalMatch: Double?
    /// The share of the answer's content words that are the question's own.
    let echo: Double
    /// Whether a good answer has to bring words that the question lacks.
    let hasOwnWords: Bool
    /// How far words and meaning agree on how much was said, 0...1; `nil` where only one of them judged.
    let agreement: Double?
    /// In which ways it was judged.
    let layers: [JudgementLayer]

    /// What an answer says of a rubric's points or, where it has none, of its sample answers.
    ///
    /// - Parameters:
    ///   - tools: what is known beyond the letters of words.
    static func of(
        _ answer: AnswerText, rubric: Rubric, story: Story, source: Hearing.Source, tools: JudgementTools
    ) -> ContentJudgement {
        rubric.keyPoints.isEmpty && !rubric.sampleAnswers.isEmpty
            ? ContentJudgement(answer, references: rubric, tools: tools)
            : ContentJudgement(answer, points: rubric, story: story, source: source)
    }

    private init(_ answer: AnswerText, points rubric: Rubric, story: Story, source: Hearing.Source) {
        let subject = RubricWords(of: rubric, terms: answer.spokenTerms)
            .certainty(of: answer.contentTerms, kind: rubric.kind, source: source)
        // "Tell me about a time" wants deeds of the past; plans and opinions make the same moves in another tense.
        let telling = rubric.kind == .behavioural ? story.telling : 1
        let matcher = PointMatcher(
            answer: answer, rubric: rubric, subject: subject, telling: telling)
        let points = matcher.results(for: rubric.keyPoints)
        self.points = points
        let questionStems = Set(Term.content(of: rubric.question, terms: answer.spokenTerms).map(\.stem))
        let said = answer.contentTerms
        echo = Self.echo(of: questionStems, in: said)
        hasOwnWords = true
        agreement = nil
        layers = [.coverage]

        let made = Self.weightedMean(points, rubric.keyPoints) {
            Curve.smooth($0.coverage, zero: 0.15, one: 0.7)
        }
        let touched = Self.weightedMean(points, rubric.keyPoints) {
            Curve.ramp($0.coverage, zero: 0.15, one: 0.6)
        }
        let asked = questionStems.isEmpty ? 1 : Self.recall(of: questionStems, in: said)
        relevance = Self.relevance(
            touched: touched, likeness: Self.likeness(answer, rubric: rubric, questionStems: questionStems),
            asked: asked
        )
        // A story is complete when it makes its points and is told to its end.
        completeness = made.map {
            rubric.kind == .behavioural ? $0 * (0.7 + 0.3 * story.completeness) : $0
        }
        technicalMatch =
            rubric.kind.isTechnical
            ? made.map { 0.6 * $0 + 0.4 * Self.depth(points, rubric.keyPoints, made: $0) } : nil
    }

    /// Without key points, a model answer as a whole says what is expected.
    private init(_ answer: AnswerText, references rubric: Rubric, tools: JudgementTools) {
        let asked = Term.content(of: rubric.question, terms: answer.spokenTerms)
        let questionStems = Set(asked.map(\.stem))
        var finder = CoverageFinder(
            answer, question: rubric.question,
            likeness: WordLikeness(thesaurus: tools.thesaurus, vectors: tools.vectors, leastCosine: 0))
        let recall = tools.encoder.map {
            MeaningRecall(answer.text, questionStems: questionStems, encoder: $0)
        }
        let matches = rubric.sampleAnswers.map { ReferenceMatch($0, words: &finder, meaning: recall) }
        let best = matches.max { ($0.value ?? 0) < ($1.value ?? 0) }
        func share(_ value: Double?) -> Double? {
            value.map { Curve.ramp($0, zero: ReferenceMatch.range.zero, one: ReferenceMatch.range.one) }
        }
        points = []
        echo = Self.echo(of: questionStems, in: answer.contentTerms)
        hasOwnWords = best?.words != nil
        layers = [.coverage] + tools.layers
        agreement = best.flatMap { best in
            best.words.flatMap { words in best.meaning.map { 1 - min(1, abs(words - $0)) } }
        }
        completeness = share(best?.value)
        relevance = completeness
        technicalMatch = rubric.kind.isTechnical ? share(best?.technicalValue) : nil
    }

    private static func echo(of questionStems: Set<String>, in said: [Term]) -> Double {
        said.isEmpty ? 0 : Double(said.count { questionStems.contains($0.stem) }) / Double(said.count)
    }

    /// Relevance joins two views, each of which fails alone: the share of points touched (a good answer may make other
    /// points) and the likeness to sample answers (a good answer may use other words). The better one counts most.
    /// The words of the question add a little to what is relevant already.
    private static func relevance(touched: Double?, likeness: Double?, asked: Double) -> Double? {
        let byPoints = touched.map { min(1, 1.25 * $0) }
        let byLikeness = likeness.map { Curve.smooth($0, zero: 0.04, one: 0.4) }
        let views = [byPoints, byLikeness].compactMap { $0 }
        guard let best = views.max(), let least = views.min() else { return nil }
        return 0.65 * best + 0.25 * least + 0.1 * asked
    }

    /// The best cosine with a sample answer; `nil` without any.
    private static func likeness(_ answer: AnswerText, rubric: Rubric, questionStems: Set<String>) -> Double?
    {
        let topic = Topic(answer.contentTerms, without: questionStems)
        return rubric.sampleAnswers.map { sample in
            let terms = answer.spokenTerms.tokens(in: sample).map { Term($0.text) }
            return topic.cosine(with: Topic(terms, without: questionStems))
        }.max()
    }

    /// How well the points that were made were put, 0...1, in full once half of them were made.
    private static func depth(_ points: [KeyPointResult], _ expected: [KeyPoint], made: Double) -> Double {
        let weights = zip(points, expected).map {
            $1.countedWeight * Curve.smooth($0.coverage, zero: 0.15, one: 0.7)
        }
        let total = weights.reduce(0, +)
        guard total > 0 else { return 0 }
        let mean = zip(points, weights).reduce(0) { $0 + $1.0.coverage * $1.1 } / total
        return mean * min(1, 2 * made)
    }

    private static func recall(of stems: Set<String>, in said: [Term]) -> Double {
        Double(stems.intersection(said.map(\.stem)).count) / Double(stems.count)
    }

    private static func weightedMean(
        _ points: [KeyPointResult], _ expected: [KeyPoint], _ share: (KeyPointResult) -> Double
    ) -> Double? {
        Curve.mean(zip(points, expected).map { (share($0), $1.countedWeight) })
    }
}
