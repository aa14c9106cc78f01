import Evaluation
import Foundation
import Testing

/// Behaviour tests: made-up answers that show how the judge acts. They say nothing about agreement with people.
@Suite struct RubricEvaluatorTests {
    private let judge = RubricEvaluator()
    private let rubric = Rubric(
        question: "How would you find out why a database query is slow?",
        keyPoints: [
            KeyPoint(
                id: "measure", statement: "Measures first.",
                variants: ["slow query log", "look at the monitoring"]),
            KeyPoint(
                id: "plan", statement: "Reads the execution plan with EXPLAIN.",
                variants: ["explain analyze"], weight: 2),
            KeyPoint(
                id: "index", statement: "Adds an index on filtered columns.", variants: ["a missing index"]),
            KeyPoint(id: "verify", statement: "Compares before and after.", variants: ["measure it again"]),
        ],
        sampleAnswers: [
            "First I look at the monitoring, then I read the execution plan, and often there is a missing index. After that I measure it again."
        ], kind: .technical, expectedDurationSeconds: 40)
    private let good = """
        First I look at the monitoring to see which statement takes the time. Then I run explain analyze and read the \
        execution plan, because it shows what really happens. Very often there is a missing index on the columns in \
        the filter, for example on a foreign key, so I add it. In the end I measure it again and compare before and \
        after, so that I know it helped.
        """

    private func evaluate(_ text: String) -> Evaluation {
        judge.evaluate(JudgedAnswer(typed: text), against: rubric)
    }

    private func spoken(
        _ text: String, delivery: SpokenDelivery? = nil, errorRate: Double? = nil, confidence: Double? = nil
    ) -> Evaluation {
        let words = text.lowercased().split(separator: " ").enumerated().map { index, word in
            HeardWord(
                text: word.filter { $0.isLetter || $0 == "'" }, timeSeconds: Double(index) * 0.5,
                confidence: confidence)
        }
        return judge.evaluate(
            JudgedAnswer(
                spoken: words, delivery: delivery, durationSeconds: Double(words.count) * 0.5,
                expectedWordErrorRate: errorRate), against: rubric)
    }

    @Test func aGoodAnswerScoresHighWithEvidenceForEachPoint() throws {
        let evaluation = evaluate(good)
        #expect(try #require(evaluation.overall) >= 80)
        #expect(evaluation.keyPoints.map(\.isCovered) == [true, true, true, true])
        let plan = try #require(evaluation.keyPoints[1].evidence)
        #expect(plan.text.contains("execution plan") || plan.text.contains("explain analyze"))
        #expect(good.contains(plan.text))
        #expect(evaluation.sentiment == .positive)
        #expect(evaluation.missingPoints.isEmpty)
        #expect(!evaluation.strengths.isEmpty)
    }

    @Test func theQuestionRepeatedEarnsNothing() throws {
        let evaluation = evaluate(
            "How would I find out why a database query is slow? I would find out why the database query is slow."
        )
        #expect(try #require(evaluation.score(.completeness)) < 5)
        #expect(try #require(evaluation.overall) < 20)
        #expect(evaluation.weaknesses.contains { $0.contains("repeats the question") })
    }

    @Test func aPointMadeOfTheWordsOfTheQuestionIsNotFoundInTheQuestion() {
        var echoing = rubric
        echoing.keyPoints = [
            KeyPoint(
                id: "echo", statement: "The slow query is found in the database.",
                variants: ["why a query is slow"])
        ]
        let answer = JudgedAnswer(typed: rubric.question)
        #expect(judge.evaluate(answer, against: echoing).keyPoints[0].coverage == 0)
    }

    @Test func aFluentAnswerToAnotherQuestionDoesNotPass() throws {
        let evaluation = evaluate(
            """
            Last summer I went to Italy with my family. First we stayed in a small village near the sea, because my \
            sister had a friend there. Then we took the train to Rome, and for example we saw the old churches and ate \
            very good ice cream. It was hot, but we did not mind. In the end we were tired and happy, and I would go \
            there again.
            """)
        #expect(try #require(evaluation.score(.communication)) > 75)
        #expect(try #require(evaluation.score(.clarity)) > 75)
        #expect(try #require(evaluation.overall) < 18)
        #expect(evaluation.weaknesses.contains { $0.contains("hardly touches") })
    }

    @Test func aListOfKeywordsScoresFarBelowTheSameInSentences() throws {
        let list = evaluate(
            "monitoring execution plan explain analyze missing index columns filter measure compare before after index "
                + "execution plan monitoring query log explain")
        let overall = try #require(list.overall)
        #expect(overall < 45)
        #expect(try #require(evaluate(good).overall) - overall > 40)
        #expect(try #require(list.score(.clarity)) < 30)
        #expect(list.weaknesses.contains { $0.contains("row of words") })
    }

    @Test func shuffledWordsScoreBelowTheSentencesTheyCameFrom() throws {
        let words = good.split(separator: " ")
        let shuffled = words.indices.map { words[($0 * 37 + 11) % words.count] }.joined(separator: " ")
        #expect(words.count % 37 != 0)
        #expect(try #require(evaluate(shuffled).overall) < (try #require(evaluate(good).overall)) - 25)
    }

    @Test(arguments: [
        "I do not know.", "Sorry, I have no idea.", "I don't know the answer to this question, I'm afraid.",
        "Honestly I'm not sure, can we skip this?",
    ])
    func sayingThatOneDoesNotKnowScoresNothingAndIsMetKindly(text: String) {
        let evaluation = evaluate(text)
        #expect(evaluation.overall == 0)
        #expect(evaluation.score(.clarity) == nil)
        #expect(evaluation.narrative.contains("honest"))
        #expect(evaluation.missingPoints.count == 3)
    }

    @Test func notBeingSureDoesNotVoidARealAnswer() throws {
        let evaluation = evaluate("I don't know exactly, but " + good)
        #expect(try #require(evaluation.overall) > 70)
    }

    @Test func spokenRefusalIsUnderstoodThoughShort() {
        #expect(spoken("I do not know").overall == 0)
    }

    @Test(arguments: ["", "   ", "...", "?!"])
    func anEmptyAnswerHasNoScoreAndAReason(text: String) {
        let evaluation = evaluate(text)
        #expect(evaluation.overall == nil)
        #expect(evaluation.overallAbsence?.isEmpty == false)
        #expect(evaluation.dimensions.count == 5)
        #expect(evaluation.dimensions.allSatisfy { $0.score == nil && !$0.basis.isEmpty })
        #expect(evaluation.sentiment == .neutral)
    }

    @Test func aFewSpokenWordsAreNotEnoughToJudge() {
        let evaluation = spoken("the execution plan is")
        #expect(evaluation.overall == nil)
        #expect(evaluation.hearing.level == .notEnough)
    }

    @Test(arguments: [
        "asdf jkl qwer zxcv uiop hjkl vbnm tyui ghjk", "yes", "42",
        "My favourite holiday was in Italy, where we went to the beach every day and ate ice cream in the evening.",
    ])
    func gibberishAndOtherSubjectsScoreLow(text: String) throws {
        let evaluation = evaluate(text)
        #expect(try #require(evaluation.overall) < 20)
        #expect(evaluation.sentiment == .negative)
    }

    @Test func aContradictionIsNotSeenAndTheJudgeSaysSo() throws {
        let evaluation = evaluate(
            good.replacingOccurrences(of: "so I add it", with: "so I never add it, and I delete the others"))
        #expect(evaluation.limits.contains { $0.contains("does not check facts") })
        let accuracy = try #require(evaluation.dimensions.first { $0.dimension == .technicalAccuracy })
        #expect(accuracy.certainty == .low)
        #expect(accuracy.basis.contains("not checked"))
    }

    @Test func eachSentenceMoreRaisesTheScoreWithoutLeaps() throws {
        let words = good.split(separator: " ")
        let scores = try (10...words.count).map { count in
            try #require(evaluate(words.prefix(count).joined(separator: " ")).overall)
        }
        let leaps = zip(scores, scores.dropFirst()).map { $1 - $0 }
        #expect((leaps.max() ?? 0) < 25)
        #expect((leaps.min() ?? 0) > -6)
        #expect(try #require(scores.last) > scores[0] + 40)
    }

    @Test func typingSlipsCostLittle() throws {
        let slips = good.replacingOccurrences(of: "execution", with: "exceution").replacingOccurrences(
            of: "monitoring", with: "montoring")
        #expect(abs(try #require(evaluate(slips).overall) - (try #require(evaluate(good).overall))) < 8)
    }

    @Test func weightsOfTheJudgedSidesAddUpToOne() {
        for text in [good, "yes", "The execution plan is what I read."] {
            let weights = evaluate(text).dimensions.map(\.weight)
            #expect(abs(weights.reduce(0, +) - 1) < 1e-9)
        }
    }

    @Test func evidenceOfASpokenAnswerHasItsTime() throws {
        let evaluation = spoken(good, delivery: SpokenDelivery(wordsPerMinute: 120, pauseShare: 0.2))
        let evidence = try #require(evaluation.keyPoints[2].evidence)
        let time = try #require(evidence.timeSeconds)
        let place = good.lowercased().split(separator: " ").firstIndex(of: "missing").map { Double($0) * 0.5 }
        #expect(abs(time - (place ?? -10)) <= 1.5)
    }

    @Test func badDeliveryLowersClarityAndCommunicationOnly() throws {
        let calm = SpokenDelivery(
            wordsPerMinute: 135, pauseShare: 0.2, medianPauseSeconds: 0.5, longestPauseSeconds: 1.5,
            fillersPerMinute: 2, speechLevelVariationDB: 5)
        let halting = SpokenDelivery(
            wordsPerMinute: 60, pauseShare: 0.55, medianPauseSeconds: 2, longestPauseSeconds: 9,
            fillersPerMinute: 20, speechLevelVariationDB: 1)
        let first = spoken(good, delivery: calm)
        let second = spoken(good, delivery: halting)
        #expect(try #require(first.score(.communication)) > (try #require(second.score(.communication))) + 30)
        #expect(try #require(first.score(.clarity)) > (try #require(second.score(.clarity))) + 15)
        #expect(first.score(.completeness) == second.score(.completeness))
        #expect(second.weaknesses.contains { $0.contains("fillers") || $0.contains("slowly") })
    }

    @Test func withoutDeliveryCommunicationIsNotJudged() throws {
        let evaluation = spoken(good)
        #expect(evaluation.score(.communication) == nil)
        #expect(try #require(evaluation.overall) > 60)
    }

    @Test func aPoorlyHeardAnswerIsJudgedWithLowCertaintyAndSaysSo() {
        let evaluation = spoken(good, errorRate: 0.35, confidence: 0.8)
        #expect(evaluation.hearing.level == .poor)
        #expect(evaluation.dimensions.prefix(2).allSatisfy { $0.certainty == .low })
        #expect(evaluation.narrative.contains("poorly understood"))
        #expect(evaluation.limits.contains { $0.contains("misheard") })
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, -3, 1e300])
    func figuresThatCannotBeDoNotReachTheScore(value: Double) throws {
        let delivery = SpokenDelivery(
            wordsPerMinute: value, pauseShare: value, medianPauseSeconds: value, longestPauseSeconds: value,
            fillersPerMinute: value, speechLevelVariationDB: value)
        let evaluation = spoken(good, delivery: delivery, errorRate: value, confidence: value)
        #expect(try #require(evaluation.overall).isFinite)
        #expect(evaluation.dimensions.compactMap(\.score).allSatisfy { (0...100).contains($0) })
        var odd = rubric
        odd.expectedDurationSeconds = value
        odd.keyPoints[0].weight = value
        let other = judge.evaluate(JudgedAnswer(typed: good), against: odd)
        #expect(other.overall.map { (0...100).contains($0) } ?? true)
    }

    @Test func aRubricWithoutPointsOrSamplesGivesNoScoreAndSaysWhy() {
        let bare = Rubric(question: "Why?", keyPoints: [], kind: .hr)
        let evaluation = judge.evaluate(JudgedAnswer(typed: good), against: bare)
        #expect(evaluation.overall == nil)
        #expect(evaluation.overallAbsence?.isEmpty == false)
    }

    @Test func theJudgementIsTheSameEveryTimeAndSurvivesJSON() throws {
        let evaluation = evaluate(good)
        #expect(evaluation == evaluate(good))
        let data = try JSONEncoder().encode(evaluation)
        #expect(try JSONDecoder().decode(Evaluation.self, from: data) == evaluation)
    }
}
