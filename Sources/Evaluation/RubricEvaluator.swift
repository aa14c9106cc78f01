import Language
public import Vocabulary

/// Judges answers offline, by comparing their words with what the rubric expects and by the figures of delivery.
///
/// It is deterministic, takes milliseconds and says what it cannot see: above all it does not check facts. Every
/// formula is in `Docs/Scoring.md`.
///
/// ```swift
/// let evaluation = RubricEvaluator().evaluate(JudgedAnswer(typed: text), against: question.rubric)
/// ```
public struct RubricEvaluator: Sendable {
    /// The judge's name as it appears in an evaluation.
    public let name = "Viva rubric judge"

    let terms: SpokenTerms
    let tools: JudgementTools

    /// A judge that finds the terms of a lexicon in whatever way they were said ("rabbit m q"). Without one it judges
    /// texts in which terms stand as they are written.
    ///
    /// - Parameters:
    ///   - lexicon: the terms.
    ///   - tools: what it knows of language beyond letters.
    public init(lexicon: Lexicon = Lexicon(), tools: JudgementTools = JudgementTools()) {
        terms = SpokenTerms(lexicon: lexicon)
        self.tools = tools
    }

    /// Judges an answer. Bad input (no words, figures that are not numbers) lowers or omits scores; nothing is thrown.
    ///
    /// What answers a question about a vague claim (`Rubric.claim`) is remarked on and gets no score.
    public func evaluate(_ answer: JudgedAnswer, against rubric: Rubric) -> Evaluation {
        let (evaluation, counted) = answered(answer, against: rubric)
        return rubric.claim.map {
            ClaimAnswer(claim: $0, answer: AnswerText(counted, terms: terms), judged: evaluation).evaluation
        } ?? evaluation
    }

    /// The judgement, and the answer as far as it counts: without words that speak to the judge.
    private func answered(
        _ answer: JudgedAnswer, against rubric: Rubric
    ) -> (evaluation: Evaluation, counted: JudgedAnswer) {
        let foreign = language(of: answer, rubric: rubric)
        if let foreign, foreign.preventsScore {
            return (inAnotherLanguage(answer, foreign, rubric: rubric), answer)
        }
        guard
            let (rest, quote) = InjectedInstruction.removed(
                from: answer, known: RubricWords.texts(of: rubric, terms: terms))
        else {
            return (judged(answer, foreign, against: rubric), answer)
        }
        var evaluation =
            rest.words.isEmpty
            ? unanswered(
                answer, rubric: rubric, basis: "The answer holds nothing but words that speak to its judge.")
            : judged(rest, foreign, against: rubric)
        evaluation.needsReview = true
        // Who speaks to the judge is not quoted.
        evaluation.vagueClaims = nil
        evaluation.notices =
            (evaluation.notices ?? []) + [
                "The answer holds words that read like instructions to a judge (\"\(quote)\"). They were left out and earn nothing."
            ]
        return (evaluation, rest)
    }

    /// Whether an answer is in another language than the judge knows, so that it gets no score.
    package func isInAnotherLanguage(_ answer: JudgedAnswer, against rubric: Rubric) -> Bool {
        language(of: answer, rubric: rubric)?.preventsScore ?? false
    }

    /// What there is to say of the answer's language. Terms of an English question are used in any language.
    private func language(of answer: JudgedAnswer, rubric: Rubric) -> AnswerLanguage.Finding? {
        guard let finding = AnswerLanguage.finding(in: answer.text) else { return nil }
        let isInEnglish =
            AnswerLanguage.finding(in: RubricWords.sentences(of: rubric))?.preventsScore != true
        return isInEnglish
            ? AnswerLanguage.finding(in: answer.text, known: RubricWords.texts(of: rubric, terms: terms))
            : finding
    }

    private func judged(
        _ answer: JudgedAnswer, _ foreign: AnswerLanguage.Finding?, against rubric: Rubric
    ) -> Evaluation {
        let (rubric, unusable) = KeyPoint.usable(of: rubric, terms: terms)
        let text = AnswerText(answer, terms: terms)
        let code = answer.hearing.source == .typed ? CodeText(answer.text) : CodeText("")
        let speech = answer.speechBesideCode
        let isCode = (code.hasCode || speech != nil) && rubric.kind.isTechnical
        // Code is no row of keywords, whatever it looks like.
        let prose =
            isCode || code.isMarked || speech != nil
            ? AnswerText(speech ?? JudgedAnswer(typed: code.prose), terms: terms) : text
        let discourse = Discourse(
            isCode ? prose : text, source: answer.hearing.source,
            references: rubric.keyPoints.isEmpty && answer.hearing.source == .typed
                ? rubric.sampleAnswers : [],
            isBesideCode: isCode)
        let story = Story(text)
        let content = ContentJudgement.of(
            text, rubric: rubric, story: story, source: answer.hearing.source, tools: tools)
        // Who says "I am not sure" and then makes a point has answered.
        if Refusal.isOnlyThat(text), (content.completeness ?? 0) < 0.1 {
            return refused(answer, rubric: rubric)
        }
        if answer.hearing.level == .notEnough || text.tokens.isEmpty {
            return unheard(answer, rubric: rubric)
        }
        let form = FormJudgement(text, of: answer, rubric: rubric, discourse: discourse, story: story)
        let (dimensions, overall, gate, criteria) = Scoreboard(
            content: content, form: form, discourse: discourse, hearing: answer.hearing, kind: rubric.kind,
            criteria: rubric.criteria ?? []
        ).scores
        let feedback = Feedback(
            answer: text, prose: prose, judged: answer, rubric: rubric, content: content, form: form,
            discourse: discourse, story: story, overall: overall)
        let layers: [JudgementLayer] =
            content.layers + (form.isJudged ? [.structure] : [])
            + (answer.delivery == nil ? [] : [.delivery])
        let isDenied = Negation.isUnusual(in: text)
        var notices = foreign.map { [$0.sentence] } ?? []
        notices += unusable.map {
            "The key point \u{201C}\($0.statement)\u{201D} was left out: all its words are in the question, which says them already."
        }
        if isCode { notices.append("The answer holds code, which was read as words and not run.") }
        if isDenied {
            notices.append(
                "The answer denies more than answers do. Whether it contradicts what is expected was not judged."
            )
        }
        // Code claims nothing, and a row of words is told so already.
        let claims = isCode || discourse.share < 0.5 ? [] : VagueClaims.found(in: text)
        let sureness = Sureness(layers: layers, agreement: content.agreement, hearing: answer.hearing)
        return Evaluation(
            overall: overall,
            overallAbsence: overall == nil ? "The question has no key points to judge by." : nil,
            dimensions: dimensions, keyPoints: content.points, strengths: feedback.strengths,
            weaknesses: feedback.weaknesses, missingPoints: feedback.missingPoints,
            suggestions: feedback.suggestions, narrative: feedback.narrative,
            sentiment: Sentiment(overall: overall), judges: [name], hearing: answer.hearing,
            limits: Self.limits(of: answer), gate: gate, layers: layers,
            confidence: sureness.confidence * (isDenied ? 0.6 : 1),
            needsReview: sureness.needsReview || !notices.isEmpty,
            ratings: Ratings(dimensions: dimensions, steadiness: answer.delivery?.steadiness),
            structure: feedback.structure, notices: notices.isEmpty ? nil : notices, criteria: criteria,
            vagueClaims: claims.isEmpty ? nil : claims)
    }

    /// What is in a language that the judge does not know gets no score: it may be very good.
    private func inAnotherLanguage(
        _ answer: JudgedAnswer, _ foreign: AnswerLanguage.Finding, rubric: Rubric
    ) -> Evaluation {
        unscored(
            answer, rubric: rubric, reason: foreign.sentence,
            remedy: "Answer in English, or let a person judge it.", narrative: "There is no score.")
    }

    /// Too little was heard: no score at all, since a doubtful one would be taken for the truth.
    private func unheard(_ answer: JudgedAnswer, rubric: Rubric) -> Evaluation {
        let reason =
            answer.hearing.reasons.first ?? "The answer has no words to judge."
        let remedy =
            answer.hearing.source == .spoken
            ? "Check the microphone and its level, speak a little louder, and answer again."
            : "Type an answer of a few sentences."
        return unscored(
            answer, rubric: rubric, reason: reason, remedy: remedy,
            narrative: "There is no score: not enough of the answer was heard.")
    }

    private func unscored(
        _ answer: JudgedAnswer, rubric: Rubric, reason: String, remedy: String, narrative: String
    ) -> Evaluation {
        Evaluation(
            overall: nil, overallAbsence: reason,
            dimensions: Dimension.allCases.map {
                DimensionScore(dimension: $0, score: nil, certainty: .low, basis: reason)
            },
            keyPoints: Self.unmet(rubric), strengths: [], weaknesses: [], missingPoints: [],
            suggestions: [remedy], narrative: "\(narrative) \(reason) \(remedy)",
            sentiment: .neutral, judges: [name], hearing: answer.hearing, limits: Self.limits(of: answer),
            layers: [], confidence: 0, needsReview: true)
    }

    /// The person said that they do not know: the content counts as nothing, its form is not judged.
    private func refused(_ answer: JudgedAnswer, rubric: Rubric) -> Evaluation {
        var evaluation = unanswered(
            answer, rubric: rubric, basis: "You said that you do not know, so there is no content to score.")
        evaluation.strengths = ["You were honest about not knowing."]
        evaluation.narrative =
            "You said that you do not know. That is honest, and better than guessing; an interviewer "
            + "will also want to hear how you would find out."
        return evaluation
    }

    /// Nothing was said to the question.
    private func unanswered(_ answer: JudgedAnswer, rubric: Rubric, basis: String) -> Evaluation {
        let judged: Set<Dimension> =
            rubric.kind.isTechnical
            ? [.relevance, .completeness, .technicalAccuracy] : [.relevance, .completeness]
        let total = judged.reduce(0) { $0 + $1.weightPercent }
        let missing = Feedback.byWeight(rubric).map(\.statement)
        return Evaluation(
            overall: 0,
            dimensions: Dimension.allCases.map { dimension in
                judged.contains(dimension)
                    ? DimensionScore(
                        dimension: dimension, score: 0, weight: dimension.weightPercent / total,
                        certainty: .high,
                        basis: basis)
                    : DimensionScore(
                        dimension: dimension, score: nil, certainty: .high,
                        basis: "There was no answer whose form could be judged.")
            },
            keyPoints: Self.unmet(rubric), strengths: [],
            weaknesses: ["The question was not answered."], missingPoints: Array(missing.prefix(3)),
            suggestions: [
                "Say what you do know that is close to the question, even when it is little.",
                "Say how you would find out: whom you would ask, what you would read or try.",
            ],
            narrative: basis, sentiment: .negative, judges: [name], hearing: answer.hearing,
            limits: Self.limits(of: answer), layers: [.coverage], confidence: 0.9, needsReview: false)
    }

    private static func unmet(_ rubric: Rubric) -> [KeyPointResult] {
        rubric.keyPoints.map {
            KeyPointResult(id: $0.id, statement: $0.statement, coverage: 0, evidence: nil)
        }
    }

    private static func limits(of answer: JudgedAnswer) -> [String] {
        var limits = [
            "This judge compares words with the expected points. It does not check facts and does not notice a "
                + "statement that contradicts them.",
            "A point made in words that the question's author did not foresee can be overlooked.",
        ]
        if answer.hearing.source == .spoken, answer.hearing.level != .good {
            limits.append("Words may have been misheard: a point marked as not found may have been said.")
        }
        if answer.hearing.source == .typed {
            limits.append("The answer was typed, so nothing is known about how it would sound.")
        }
        return limits
    }
}
