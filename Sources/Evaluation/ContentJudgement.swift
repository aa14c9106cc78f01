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
    /// How far the answer brings the words of its own that a good one brings, 0...1.
    let ownWords: Double
    /// How far its words are words at all, 0...1; 1 where no thesaurus can tell.
    let intelligible: Double
    /// How far the answer as a whole is near the question or a model answer, 0...1; 1 where that is not known or the points tell.
    let about: Double
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
            : ContentJudgement(answer, points: rubric, story: story, source: source, tools: tools)
    }

    private init(
        _ answer: AnswerText, points rubric: Rubric, story: Story, source: Hearing.Source,
        tools: JudgementTools
    ) {
        let meaning = PointMeaning(answer, rubric: rubric, tools: tools)
        let byWords = RubricWords(of: rubric, terms: answer.spokenTerms)
            .certainty(of: answer.contentTerms, kind: rubric.kind, source: source)
        let subject =
            meaning?.certainty.map { Curve.ramp((byWords + $0) / 2, zero: 0.25, one: 0.85) } ?? byWords
        // "Tell me about a time" wants deeds of the past; plans and opinions make the same moves in another tense.
        let telling = rubric.kind == .behavioural ? story.telling : 1
        let matcher = PointMatcher(
            answer: answer, rubric: rubric, subject: subject, telling: telling, meaning: meaning)
        let points = matcher.results(for: rubric.keyPoints)
        self.points = points
        let questionStems = Set(Term.content(of: rubric.question, terms: answer.spokenTerms).map(\.stem))
        let said = answer.contentTerms
        echo = Self.echo(of: questionStems, in: said)
        ownWords = Self.ownWords(1 - echo, of: 1)
        intelligible = Self.intelligible(answer, known: questionStems, thesaurus: tools.thesaurus)
        about = 1
        agreement = meaning?.agreement
        layers = [.coverage] + tools.layers

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
        let length = answer.length
        let leastCosine = WordLikeness.leastCosine * length
        var finder = CoverageFinder(
            answer, question: rubric.question,
            likeness: WordLikeness(
                thesaurus: tools.thesaurus, vectors: tools.vectors, leastCosine: leastCosine))
        let recall = tools.encoder.map {
            MeaningRecall(answer.text, questionStems: questionStems, encoder: $0)
        }
        let matches = rubric.sampleAnswers.map { ReferenceMatch($0, words: &finder, meaning: recall) }
        let best = matches.max { ($0.value ?? 0) < ($1.value ?? 0) }
        points = []
        echo = Self.echo(of: questionStems, in: answer.contentTerms)
        let isChoice = answer.spokenTerms.tokens(in: rubric.question).contains { $0.text == "or" }
        let expected = rubric.sampleAnswers.map { sample in
            let terms = answer.spokenTerms.tokens(in: sample).map { Term($0.text) }
            return 1 - Self.echo(of: questionStems, in: terms.filter { !StopWords.isEmpty($0.text) })
        }.min()
        let repeated = questionStems.isEmpty ? 0 : Self.recall(of: questionStems, in: answer.contentTerms)
        let nearest = recall.flatMap { recall in
            ([rubric.question] + rubric.sampleAnswers).map { recall.nearness(to: $0) }.max()
        }
        // A few words may be right and yet near nothing.
        let isTold = Curve.ramp(answer.differentWords, zero: 4, one: 20)
        about = nearest.map { 1 - 0.65 * isTold * (1 - Curve.ramp($0, zero: 0.05, one: 0.4)) } ?? 1
        // Who is to choose between what the question names answers in its words.
        ownWords =
            best?.words == nil || (isChoice && repeated < 0.9)
            ? 1 : Self.ownWords(1 - echo, of: expected ?? 1)
        layers = [.coverage] + tools.layers
        let expectedStems = rubric.sampleAnswers.flatMap {
            answer.spokenTerms.tokens(in: $0).map { Term($0.text).stem }
        }
        intelligible = Self.intelligible(
            answer, known: questionStems.union(expectedStems), thesaurus: tools.thesaurus)
        agreement = Self.agreement(
            best, isOpposite: rubric.sampleAnswers.contains { Self.isOpposite(answer, $0) })
        completeness = ReferenceMatch.part(best?.value, length: length)
        relevance = completeness
        technicalMatch =
            rubric.kind.isTechnical ? ReferenceMatch.part(best?.technicalValue, length: length) : nil
    }

    /// In full from three tenths of the words on, or from as many as a good answer has; nothing at a sixth of that.
    private static func ownWords(_ share: Double, of expected: Double) -> Double {
        let one = max(0.01, min(0.3, expected))
        return Curve.ramp(share, zero: one / 6, one: one)
    }

    /// How far words and meaning agree; little where the question has all the words, and nothing where one says yes and the other no,
    /// which neither words nor meaning see.
    private static func agreement(_ match: ReferenceMatch?, isOpposite: Bool) -> Double? {
        guard let match, !isOpposite else { return 0 }
        guard let words = match.words else { return 0 }
        return match.meaning.map { 1 - min(1, abs(words - $0)) }
    }

    private static func isOpposite(_ answer: AnswerText, _ reference: String) -> Bool {
        let said = answer.tokens.first?.text
        let expected = answer.spokenTerms.tokens(in: reference).first?.text
        return (said == "yes" && expected == "no") || (said == "no" && expected == "yes")
    }

    /// In full from half of the words on that are expected, grammar, figures or in the thesaurus.
    private static func intelligible(
        _ answer: AnswerText, known stems: Set<String>, thesaurus: (any Thesaurus)?
    ) -> Double {
        let terms = answer.terms.prefix(500)
        guard let thesaurus, !terms.isEmpty else { return 1 }
        let known = terms.count { term in
            StopWords.contains(term.text) || stems.contains(term.stem)
                || term.text.contains(where: \.isNumber)
                || thesaurus.entry(of: term.text) != nil
        }
        return Curve.ramp(Double(known) / Double(terms.count), zero: 0.2, one: 0.5)
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
