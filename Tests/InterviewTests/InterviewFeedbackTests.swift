import Evaluation
import FoundationEssentials
import Interview
import InterviewTestSupport
import Testing

/// What all answers of an interview say together.
@Suite struct InterviewFeedbackTests {
    private let mistake = Question(
        id: "mistake", text: "Tell me about a mistake you made.", kind: .behavioural, category: "improvement",
        level: .mid,
        keyPoints: [
            KeyPoint(id: "error", statement: "Names a real error.", variants: ["I deleted the wrong"]),
            KeyPoint(
                id: "repair", statement: "Repaired the damage.", variants: ["I restored the backup"],
                weight: 2),
        ], expectedDurationSeconds: 60)
    private let slow = Question(
        id: "slow", text: "How do you find out why a query is slow?", kind: .technical, category: "databases",
        level: .mid,
        keyPoints: [
            KeyPoint(
                id: "plan", statement: "Reads the execution plan.", variants: ["read the execution plan"]),
            KeyPoint(id: "index", statement: "Adds an index.", variants: ["add the missing index"]),
        ], expectedDurationSeconds: 60)
    private let cache = Question(
        id: "cache", text: "When do you use a cache?", kind: .technical, category: "web", level: .mid,
        keyPoints: [
            KeyPoint(
                id: "reads", statement: "Data is read often.", variants: ["read far more often than written"]),
            KeyPoint(id: "stale", statement: "Old data can be accepted.", variants: ["a little out of date"]),
        ], expectedDurationSeconds: 60)
    private let told = """
        Two years ago, at my last company, I had to clean up a table before a release. I deleted the wrong rows. I told \
        my manager, I restored the backup and I checked every customer. In the end only three people had noticed, and I \
        learned to ask for a second pair of eyes.
        """
    private let measured = """
        First I look at the log to find the statement. Then I read the execution plan, because it shows where the time \
        goes. For example, once I found a scan of a whole table. So I add the missing index and measure again. In the \
        end it took two seconds instead of forty.
        """
    private let vague =
        "I would ask somebody, because it is often hard to say, and it depends on many things."
    private let resources = [
        StudyResource(title: "A book", note: "Good.", topics: ["web", "databases"]),
        StudyResource(title: "A site", url: "https://example.org/", note: "Good.", topics: ["structure"]),
    ]

    private func feedback(_ turns: [TestTurn], earlierScores: [Double] = []) throws -> InterviewFeedback {
        let interview = try testInterview(turns)
        return InterviewFeedback(of: interview, resources: resources, earlierScores: earlierScores)
    }

    @Test func whatAPersonSaysOfTheWholeCountsMoreThanTheAnswers() throws {
        var interview = try testInterview([TestTurn(slow, vague), TestTurn(cache, vague)])
        let judged = InterviewFeedback(of: interview, earlierScores: Array(repeating: 90, count: 5))
        #expect(judged.label != .excellent)
        let earlier = judged.trendOverInterviews
        try interview.review(
            as: HumanReview(score: 90, reviewer: 1, date: Date(timeIntervalSince1970: 2_000)))
        let reviewed = InterviewFeedback(of: interview, earlierScores: Array(repeating: 90, count: 5))
        #expect(reviewed.label == .excellent && InterviewSummary(of: interview).meanOverall == 90)
        #expect(reviewed.trendOverInterviews != earlier)
    }

    @Test func scoresAndFiguresThatAreNoneEndNothing() throws {
        let said = sentences(
            try feedback([
                TestTurn(mistake, told) { evaluation in
                    evaluation.overall = 1e300
                    for place in evaluation.dimensions.indices { evaluation.dimensions[place].score = -1e300 }
                }
            ]))
        #expect(said.contains { $0.contains("scored 100") }, "\(said)")
    }

    /// Everything that feedback says.
    private func sentences(_ feedback: InterviewFeedback) -> [String] {
        (feedback.strengths + feedback.areas + feedback.tips).map(\.text) + feedback.hearing.remarks
            + feedback.plan.steps.map(\.task)
    }

    private func all() -> [TestTurn] {
        [TestTurn(mistake, told), TestTurn(slow, measured), TestTurn(cache, vague)]
    }

    @Test func strengthsNameTheirAnswersAndQuoteThem() throws {
        let feedback = try feedback(all())
        let best = try #require(feedback.strengths.first)
        #expect(best.text.contains("2 of 2 expected points found"))
        #expect(best.answers == [1] || best.answers == [2])
        let words = best.quote?.text ?? ""
        #expect(!words.isEmpty && (told + measured).contains(words))
        #expect(
            feedback.strengths.contains { $0.text == "The story was told from the situation to the result." })
    }

    @Test func areasNameTheWeakAnswerAndThePointsThatWereMissed() throws {
        let feedback = try feedback(all())
        #expect(feedback.areas.first?.answers == [3])
        #expect(feedback.areas.first?.topic == "web")
        #expect(feedback.areas.contains { $0.text == "This point was not found: Data is read often." })
        #expect(feedback.resources.first?.resource.title == "A book")
        #expect(feedback.resources.first?.answers == [3])
    }

    @Test func thePlanGoesThroughTheWeakestQuestionsWithTheirPoints() throws {
        let plan = try feedback(all()).plan
        #expect(plan.steps.map(\.day) == Array(1...plan.steps.count))
        #expect(plan.steps.first?.questionIDs == ["cache"])
        #expect(plan.steps.first?.points == ["Data is read often.", "Old data can be accepted."])
        #expect(plan.steps.first?.minutes == 8)
        #expect(plan.minutes == plan.steps.reduce(0) { $0 + $1.minutes })
        #expect(plan.steps.last?.categories == ["web"])
        #expect(!plan.steps.contains { $0.questionIDs.contains("mistake") })
    }

    @Test func anInterviewWithoutQuestionsSaysNothing() throws {
        let feedback = try feedback([])
        #expect(sentences(feedback).isEmpty && feedback.resources.isEmpty)
        #expect(feedback.label == nil && feedback.trend == nil)
        #expect(feedback.trendAbsence == "A trend needs 6 answers with a score; there are 0.")
        #expect(feedback.ratings == Ratings(technical: nil, communication: nil, delivery: nil))
    }

    @Test func aQuestionWithoutAnAnswerIsToBeAnswered() throws {
        let feedback = try feedback([TestTurn(slow, nil)])
        #expect(feedback.strengths.isEmpty && feedback.areas.isEmpty && feedback.tips.isEmpty)
        #expect(feedback.plan.steps.map(\.questionIDs) == [["slow"]])
        #expect(feedback.plan.steps.first?.task.hasPrefix("Answer: ") == true)
    }

    @Test func whereNothingWasHeardOnlyThatIsSaid() throws {
        let feedback = try feedback([TestTurn(slow, ""), TestTurn(cache, " ")])
        #expect(feedback.hearing.notHeardCount == 2 && feedback.hearing.scoredCount == 0)
        #expect(feedback.hearing.remarks.first == "2 of 2 answers were not heard well enough for a score.")
        #expect(feedback.hearing.meanConfidence == nil)
        #expect(feedback.strengths.isEmpty && feedback.areas.isEmpty && feedback.label == nil)
        #expect(feedback.tips.count == 1 && feedback.tips[0].answers == [1, 2])
        #expect(feedback.plan.steps.count == 1)
        #expect(feedback.plan.steps[0].questionIDs == ["slow", "cache"])
    }

    @Test(arguments: [0, 1, 2]) func oneAnswerIsEnough(place: Int) throws {
        let feedback = try feedback([all()[place]])
        #expect(feedback.label != nil && feedback.trend == nil)
        #expect(feedback.trendAbsence == "A trend needs 6 answers with a score; there is 1.")
        #expect((feedback.strengths + feedback.areas + feedback.tips).allSatisfy { $0.answers == [1] })
        #expect(!feedback.plan.steps.isEmpty)
        #expect(!sentences(feedback).contains { $0.contains("1 of 1") })
    }

    @Test func noSentenceComesTwiceAndEachRestsOnAnswers() throws {
        let texts = [told, measured, vague, "I do not know.", "", "yes"]
        for first in texts {
            for second in texts {
                let feedback = try feedback([
                    TestTurn(mistake, first), TestTurn(slow, second), TestTurn(cache, first),
                    TestTurn(mistake, second, followUp: FollowUp(keyPointID: "repair", text: "And then?")),
                ])
                let said = sentences(feedback)
                #expect(Set(said).count == said.count, "\(said)")
                for statement in feedback.strengths + feedback.areas + feedback.tips {
                    #expect(!statement.answers.isEmpty && statement.answers == statement.answers.sorted())
                    #expect(Set(statement.answers).isSubset(of: [1, 2, 3, 4]))
                }
                #expect(
                    feedback.strengths.count <= 5 && feedback.areas.count <= 5 && feedback.tips.count <= 5)
                #expect(Set(feedback.resources.map(\.resource)).count == feedback.resources.count)
            }
        }
    }

    @Test func theOrderOfTheAnswersChangesNothingButTheirNumbers() throws {
        let turns = all()
        let expected = try feedback(turns)
        for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            let other = try feedback(order.map { turns[$0] })
            #expect(other.strengths.map(\.text) == expected.strengths.map(\.text))
            #expect(other.areas.map(\.text) == expected.areas.map(\.text))
            #expect(other.tips.map(\.text) == expected.tips.map(\.text))
            #expect(other.ratings == expected.ratings && other.label == expected.label)
            #expect(other.plan == expected.plan)
            #expect(other.resources.map(\.resource) == expected.resources.map(\.resource))
            // The same answers, by their places in the other order.
            let numbers = other.areas.map { $0.answers.map { order[$0 - 1] + 1 }.sorted() }
            #expect(numbers == expected.areas.map(\.answers))
        }
    }

    @Test func onlyPointsThatAHeardAnswerWasAskedForAreMissed() throws {
        let followUp = FollowUp(keyPointID: "repair", text: "And then?")
        let interview = try testInterview([
            TestTurn(mistake, ""), TestTurn(mistake, vague, followUp: followUp),
        ])
        let summary = InterviewSummary(of: interview)
        #expect(summary.missedPoints == ["Repaired the damage."])
        #expect(summary.feedback?.plan.steps.first?.questionIDs == ["mistake"])
    }

    @Test func earlierInterviewsAndThisOneMakeATrend() throws {
        #expect(try feedback(all(), earlierScores: [1, 1, 1, 1]).trendOverInterviews == nil)
        let up = try feedback(all(), earlierScores: [1, 1, 1, 2, 2])
        #expect(up.trendOverInterviews?.direction == .improving)
        #expect(try feedback([], earlierScores: [1, 1, 1, 2, 2]).trendOverInterviews == nil)
    }

    @Test func interviewsAreComparedOnlyWhereAllAnswersWereJudgedInOneWay() throws {
        let scores = [1.0, 1, 1, 2, 2]
        let offline = try feedback(all(), earlierScores: scores)
        #expect(offline.judging == .offline)
        #expect(
            offline.trendOverInterviewsRemark?.hasPrefix(
                "the last 3 interviews judged without a language model average ") == true)
        let byModel = { (turn: TestTurn) in
            TestTurn(turn.question, turn.text) { $0.layers = [.coverage, .languageModel] }
        }
        let model = try feedback(all().map(byModel), earlierScores: scores)
        #expect(model.judging == .languageModel)
        #expect(
            model.trendOverInterviewsRemark?.contains("interviews judged with a language model") == true)
        let mixed = try feedback([byModel(all()[0]), all()[1]], earlierScores: scores)
        #expect(mixed.judging == nil && mixed.trendOverInterviews == nil)
        #expect(mixed.trendOverInterviewsRemark == nil)
        let old = try feedback([TestTurn(slow, measured) { $0.layers = nil }], earlierScores: scores)
        #expect(old.trendOverInterviews == nil)
        let rough = TestTurn(slow, measured) {
            $0.overall = nil
            $0.layers = [.languageModel]
        }
        #expect(try feedback([rough, all()[1]]).judging == .offline)
    }

    @Test func sixAnswersMakeATrend() throws {
        let feedback = try feedback(
            [vague, vague, vague, measured, measured, measured].map { TestTurn(slow, $0) })
        #expect(feedback.trend?.direction == .improving && feedback.trendAbsence == nil)
    }

    @Test func aVeryGoodInterviewHasNoAreasItDoesNotDeserve() throws {
        let feedback = try feedback([TestTurn(slow, measured)])
        #expect(feedback.label == .excellent)
        #expect(feedback.areas.isEmpty, "\(feedback.areas)")
        #expect(feedback.resources.isEmpty)
        #expect(
            feedback.plan.steps.map(\.task) == [
                "Hold another interview with questions that you have not had."
            ])
    }

    @Test func wellPutAnswersThatMissTheQuestionAreNotPraisedForTheirForm() throws {
        let holiday = """
            Last summer I went to Italy with my family. First we stayed in a small village near the sea, because my \
            sister had a friend there. Then we took the train to Rome, and for example we saw the old churches and ate \
            very good ice cream. In the end we were tired and happy, and I would go there again.
            """
        let interview = try testInterview([TestTurn(slow, holiday)])
        let score = try #require(interview.turns[0].finalTake?.evaluation?.score(.communication))
        #expect(score >= PerformanceLabel.goodFrom)
        #expect(!InterviewFeedback(of: interview).strengths.contains { $0.text.contains("on average") })
    }

    /// A typed answer whose sides have these scores, in the order of the dimensions.
    private func judged(_ scores: [Double?], overall: Double = 60) -> TestTurn {
        TestTurn(slow, measured) { evaluation in
            evaluation.overall = overall
            for (place, score) in scores.enumerated() { evaluation.dimensions[place].score = score }
        }
    }

    @Test(
        arguments: [
            ([0, 0, 50, nil, 60], "Relevance and completeness are the weakest sides: 0 on average."),
            (
                [40.4, 90, 40.6, 41.2, 60],
                "Relevance, clarity and technical accuracy are the weakest sides: 40 to 41 on average."
            ),
            ([60, 40, 41.1, nil, 60], "Completeness is the weakest side: 40 on average."),
            ([40, 40, 40, 40, 40.5], "All sides are alike: 40 to 41 on average."),
            ([nil, 40, nil, nil, nil], "Completeness: 40 on average."),
        ] as [([Double?], String)])
    func theWeakestSidesAreNamedTogether(scores: [Double?], sentence: String) throws {
        let feedback = try feedback([judged(scores)])
        #expect(feedback.areas.map(\.text).contains(sentence), "\(feedback.areas.map(\.text))")
    }

    @Test(
        arguments: [
            (
                [80, 60, 80, nil, 79.5], 60,
                "Relevance, clarity and communication are the strongest sides: 80 on average."
            ),
            ([80, 60, 80, nil, 75], 50, "Relevance: 80 on average."), ([72, 60, 80, nil, 75], 50, nil),
            ([80, 80, 80, 80, 80], 60, "All sides are alike: 80 on average."),
            ([70, 69.5, 69.5, 69.5, 69.5], 60, nil),
        ] as [([Double?], Double, String?)])
    func theStrongestSidesAreNamedTogether(scores: [Double?], overall: Double, sentence: String?) throws {
        let said = try feedback([judged(scores, overall: overall)]).strengths
            .filter { $0.text.hasSuffix("on average.") }
        #expect(said.map(\.text) == [sentence].compactMap(\.self))
        #expect(said.allSatisfy { $0.topic == "side.relevance" }, "The first of equals.")
    }

    @Test func aSideIsNoCategoryOfQuestions() throws {
        let interview = try testInterview([judged([90, 90, 90, 90, 20])])
        let talk = StudyResource(title: "A talk", note: "Good.", topics: ["side.communication"])
        let feedback = InterviewFeedback(
            of: interview,
            resources: [StudyResource(title: "Conflicts", note: "Good.", topics: ["communication"]), talk])
        #expect(feedback.areas.contains { $0.topic == "side.communication" })
        #expect(feedback.resources.map(\.resource) == [talk])
        let reading = try #require(feedback.plan.steps.first { $0.task.hasPrefix("Read") })
        #expect(reading.categories.isEmpty && reading.task == "Read in \u{201C}A talk\u{201D}.")
        #expect(feedback.plan.steps.allSatisfy { Set($0.categories).isSubset(of: ["databases"]) })
    }

    @Test func oneAnswerOrPointIsNotCounted() throws {
        var point = slow
        point.keyPoints = Array(slow.keyPoints.prefix(1))
        let turn = TestTurn(point, measured) { $0.needsReview = true }
        let feedback = try feedback([turn])
        #expect(
            feedback.hearing.remarks == [
                "The answer should be looked at by a person, as the judgement is not sure enough."
            ])
        #expect(feedback.strengths.first?.text.contains("with the expected point found.") == true)
        #expect(!sentences(feedback).contains { $0.contains("1 of 1") })
    }

    @Test func aResourceWithoutAKindIsABook() throws {
        let old = #"{"title": "A book", "note": "Good.", "topics": ["web"]}"#
        let read = try JSONDecoder().decode(StudyResource.self, from: Data(old.utf8))
        #expect(read == StudyResource(title: "A book", note: "Good.", topics: ["web"]))
    }

    @Test func aSummaryWithoutFeedbackIsRead() throws {
        let summary = InterviewSummary(of: try testInterview(all()))
        let saved = try JSONEncoder().encode(summary)
        #expect(try JSONDecoder().decode(InterviewSummary.self, from: saved) == summary)
        let old = """
            {"state": "completed", "lines": [], "dimensions": [], "missedPoints": ["It is quick"], "meanOverall": 60}
            """
        let read = try JSONDecoder().decode(InterviewSummary.self, from: Data(old.utf8))
        #expect(read.feedback == nil && read.meanOverall == 60)
    }
}
