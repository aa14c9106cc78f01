import Evaluation
import Foundation
import InterviewTestSupport
import Testing

@testable import Interview

/// When a follow-up asks about a vague claim, in which words, and what becomes of its answer.
@Suite struct VagueFollowUpTests {
    private let date = Date(timeIntervalSince1970: 1_000)

    private static func claim(_ sort: VagueClaim.Sort, _ text: String = "it made things much better")
        -> VagueClaim
    {
        VagueClaim(sort: sort, evidence: Evidence(text: text, timeSeconds: 3), words: 4..<9)
    }

    /// A question with two points and a follow-up on each.
    private func question(_ kind: QuestionKind, light: Double = 1, heavy: Double = 3) -> Question {
        Question(
            id: "one", text: "What was it?", kind: kind, category: "test", level: .mid,
            keyPoints: [
                KeyPoint(id: "light", statement: "It is light", weight: light),
                KeyPoint(id: "heavy", statement: "It is heavy", weight: heavy),
            ],
            followUps: [
                FollowUp(keyPointID: "light", text: "How light?"),
                FollowUp(keyPointID: "heavy", text: "How heavy?"),
            ],
            expectedDurationSeconds: 90)
    }

    private func evaluation(
        covered: Set<String>, claims: [VagueClaim] = [], overall: Double? = 50
    ) -> Evaluation {
        Evaluation(
            overall: overall, dimensions: [],
            keyPoints: ["light", "heavy"].map {
                KeyPointResult(
                    id: $0, statement: "It is \($0)", coverage: covered.contains($0) ? 1 : 0, evidence: nil)
            },
            strengths: [], weaknesses: [], missingPoints: [], suggestions: [], narrative: "",
            sentiment: .neutral, judges: ["test"], hearing: Hearing(typed: [HeardWord(text: "words")]),
            limits: [],
            vagueClaims: claims)
    }

    /// What was asked, when each follow-up's answer was judged as `later` says.
    private func asked(
        _ question: Question, _ first: Evaluation, limit: Int = 5, later: (FollowUp) -> Evaluation
    ) throws -> [FollowUp] {
        var interview = Interview(
            id: "a", plan: InterviewPlan(questionCount: 1, followUpLimit: limit, seed: 1), startedAt: date)
        var asked: [FollowUp] = []
        var next: FollowUp?
        var judgement = first
        repeat {
            try interview.handle(.chose(question: question, followUp: next, reason: ""))
            try interview.handle(.asked(recording: nil))
            try interview.handle(.received(.typed(text: "words"), at: date))
            try interview.handle(.judged(nil, judgement))
            next = interview.followUpDue?.followUp
            if let next {
                asked.append(next)
                judgement = later(next)
            }
        } while next != nil
        return asked
    }

    private func order(
        _ question: Question, covered: Set<String> = [], claims: [VagueClaim], limit: Int = 5
    ) throws -> [String] {
        let first = evaluation(covered: covered, claims: claims)
        return try asked(question, first, limit: limit) { [self] followUp in
            evaluation(covered: [], overall: followUp.claim == nil ? 40 : nil)
        }.map { $0.keyPointID ?? "claim" }
    }

    @Test func theHeavyPointGoesFirstAndTheLightOneAfterTheClaim() throws {
        for kind in QuestionKind.allCases {
            #expect(
                try order(question(kind), claims: [Self.claim(.change)]) == ["heavy", "claim", "light"],
                "\(kind)")
            #expect(try order(question(kind), claims: [Self.claim(.change)], limit: 1) == ["heavy"])
            #expect(
                try order(question(kind), covered: ["heavy"], claims: [Self.claim(.action)], limit: 1) == [
                    "claim"
                ])
        }
    }

    @Test func amongEqualPointsAStoryAsksForItsResultFirst() throws {
        for kind in QuestionKind.allCases {
            let isStory = kind == .behavioural || kind == .situational
            for sort in VagueClaim.Sort.allCases {
                let isFirst = isStory && sort != .generality
                #expect(
                    try order(question(kind, light: 0.1, heavy: 0.1), claims: [Self.claim(sort)])
                        == (isFirst ? ["claim", "light", "heavy"] : ["light", "heavy", "claim"]),
                    "\(kind) \(sort)")
            }
        }
    }

    @Test func whereNothingIsLeftOutTheClaimIsAskedAboutOnce() throws {
        let claims = [
            Self.claim(.generality, "we used various tools"), Self.claim(.action, "I handled it"),
            Self.claim(.success, "it went well"), Self.claim(.change),
        ]
        let followUps = try asked(
            question(.technical), evaluation(covered: ["light", "heavy"], claims: claims)
        ) { [self] _ in evaluation(covered: [], claims: claims, overall: nil) }
        #expect(followUps.map(\.claim) == [claims[2]])
        #expect(try order(question(.technical), covered: ["light", "heavy"], claims: [], limit: 5).isEmpty)
        #expect(
            try order(question(.technical), covered: ["light", "heavy"], claims: claims, limit: 0).isEmpty)
    }

    @Test func anAnswerThatWasNotHeardCallsForNothing() throws {
        let claims = [Self.claim(.change)]
        let unheard = evaluation(covered: [], claims: claims, overall: nil)
        #expect(try asked(question(.hr), unheard) { _ in unheard }.isEmpty)
        // Nor does one to the follow-up about the claim.
        let followUps = try asked(question(.hr), evaluation(covered: ["heavy"], claims: claims)) { [self] _ in
            var evaluation = evaluation(covered: [], overall: nil)
            evaluation.hearing = Hearing(typed: [])
            return evaluation
        }
        #expect(followUps.count == 1)
    }

    @Test func aPointMadeInTheAnswerAboutTheClaimIsNotAskedAgain() throws {
        let followUps = try asked(
            question(.technical), evaluation(covered: ["heavy"], claims: [Self.claim(.change)])
        ) { [self] _ in evaluation(covered: ["light"], overall: nil) }
        #expect(followUps.map { $0.claim != nil } == [true])
    }

    @Test func itIsAskedInTheWordsOfWhoMadeIt() {
        for kind in QuestionKind.allCases {
            for sort in VagueClaim.Sort.allCases {
                let text = FollowUp(claim: Self.claim(sort, "we handled it"), to: kind).text
                #expect(text.hasPrefix("You said \u{201C}we handled it\u{201D}. "))
                #expect(text.hasSuffix("?") && text.split(separator: " ").count <= 20, "\(text)")
            }
        }
        #expect(
            FollowUp(claim: Self.claim(.change), to: .behavioural).text
                == "You said \u{201C}it made things much better\u{201D}. How much, and how did you measure it?"
        )
        #expect(
            FollowUp(claim: Self.claim(.action), to: .situational).text.contains("What would you do yourself")
        )
    }

    @Test func itsAnswerIsJudgedByTheClaimAndGetsNoScore() throws {
        let question = question(.behavioural)
        let turn = Turn(
            number: 2, plannedNumber: 1, question: question,
            followUp: FollowUp(claim: Self.claim(.change), to: .behavioural), reason: "")
        #expect(turn.rubric.claim == Self.claim(.change))
        #expect(turn.rubric.keyPoints.count == 2 && turn.rubric.sampleAnswers.isEmpty)
        #expect(turn.rubric.expectedDurationSeconds == 30)
        #expect(question.rubric.claim == nil)
        let main = "I had to work on our slow shop last year, and in the end we improved performance a lot."
        var interview = try testInterview([TestTurn(question, main)])
        let due = try #require(interview.followUpDue)
        #expect(due.followUp?.claim == nil, "The heavy point goes first.")
        interview = try testInterview([
            TestTurn(question, main) { $0.keyPoints = [] },
            TestTurn(
                question, "A page took 2 seconds before, and 300 milliseconds after.",
                followUp: FollowUp(claim: Self.claim(.change), to: .behavioural)),
        ])
        #expect(interview.turns.last?.finalTake?.evaluation?.strengths.count == 1)
        let summary = InterviewSummary(of: interview)
        #expect(summary.lines.map(\.isFollowUp) == [false, true])
        #expect(summary.lines.last?.overall == nil)
        #expect(summary.lines.last?.unjudgedBecause?.contains("concrete") == true)
        #expect(summary.meanOverall == interview.turns.first?.finalTake?.evaluation?.overall)
    }

    /// An interview of a story that claims something, and of what was said when it was asked about that.
    private func story(claimAnswer: String) throws -> Interview {
        let question = Question(
            id: "report", text: "What did you improve?", kind: .behavioural, category: "test", level: .mid,
            keyPoints: [
                KeyPoint(id: "cache", statement: "Added a cache", variants: ["I added a cache"]),
                KeyPoint(id: "thanks", statement: "Thanked the colleagues"),
            ], expectedDurationSeconds: 90)
        return try testInterview([
            TestTurn(
                question,
                "In my last job I worked with the team on the report for the managers. We improved performance a lot. "
                    + "Everyone was happy about that work."),
            TestTurn(question, claimAnswer, followUp: FollowUp(claim: Self.claim(.change), to: .behavioural)),
        ])
    }

    @Test func aPointMadeInTheAnswerAboutTheClaimIsNotMissed() throws {
        let interview = try story(
            claimAnswer: "Before that the nightly report took too long. I added a cache, and it took minutes."
        )
        let evaluation = try #require(interview.turns.last?.finalTake?.evaluation)
        #expect(evaluation.keyPoints.map(\.id) == ["cache"] && evaluation.overall == nil)
        let summary = InterviewSummary(of: interview)
        #expect(summary.missedPoints == ["Thanked the colleagues"])
        #expect(summary.feedback?.areas.contains { $0.text.contains("Added a cache") } == false)
        // The main answer alone was asked for the others.
        #expect(MissedPoint.all(of: interview).map(\.answers) == [[1]])
    }

    @Test func aFigureInTheAnswerAboutTheClaimCountsForItsStory() throws {
        let feedback = { try #require(InterviewSummary(of: self.story(claimAnswer: $0)).feedback) }
        let without = try feedback("It was just a lot better, really, and the managers liked it.")
        #expect(without.areas.contains { $0.text == "No figure was found in the story." })
        let with = try feedback("It went from six hours to eleven minutes.")
        #expect(!with.areas.contains { $0.text.contains("No figure") })
        #expect(!with.tips.contains { $0.text.hasPrefix("Look up one figure") })
    }

    @Test func theTakesOfItsAnswerAreComparedByTheClaim() throws {
        let question = Question(
            id: "report", text: "What did you improve?", kind: .behavioural, category: "test", level: .mid,
            keyPoints: [
                KeyPoint(id: "mood", statement: "The mood was warm", variants: ["the mood was warm"])
            ])
        let turn = Turn(
            number: 2, plannedNumber: 1, question: question,
            followUp: FollowUp(claim: Self.claim(.change), to: .behavioural), reason: "")
        let take = { (number: Int, text: String) in
            var take = Take(number: number, source: .typed(text: text), receivedAt: self.date)
            take.progress = .judged(
                analysis: nil,
                evaluation: RubricEvaluator().evaluate(JudgedAnswer(typed: text), against: turn.rubric))
            return take
        }
        let vague = take(1, "It was just a lot better, really. The mood was warm.")
        let concrete = take(2, "It took 2 seconds before and 300 milliseconds after.")
        let comparison = try #require(TakeComparison(from: vague, to: concrete))
        #expect(comparison.claim == TakeComparison.ClaimChange(wasConcrete: false, isConcrete: true))
        #expect(comparison.lostPoints == ["The mood was warm"])
        #expect(TakeComparison(from: concrete, to: vague)?.gainedPoints == ["The mood was warm"])
        #expect(TakeComparison(from: concrete, to: concrete)?.claim?.wasConcrete == true)
        let data = try JSONEncoder().encode(comparison)
        #expect(try JSONDecoder().decode(TakeComparison.self, from: data) == comparison)
    }

    @Test func theMainAnswersClaimIsChosenFromItsWords() throws {
        let question = question(.behavioural, light: 1, heavy: 1)
        let interview = try testInterview([
            TestTurn(
                question, "I had to work on our slow shop, and in the end we improved performance a lot.")
        ])
        let due = try #require(interview.followUpDue)
        #expect(
            due.followUp?.text
                == "You said \u{201C}we improved performance a lot\u{201D}. How much, and how did you measure it?"
        )
        #expect(due.reason.contains("claimed"))
    }

    @Test func followUpsAreReadAsOlderVersionsWroteThem() throws {
        let old = Data(#"{"keyPointID":"heavy","text":"How heavy?"}"#.utf8)
        let read = try JSONDecoder().decode(FollowUp.self, from: old)
        #expect(read == FollowUp(keyPointID: "heavy", text: "How heavy?"))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(try encoder.encode(read) == old)
        let claimed = FollowUp(claim: Self.claim(.success), to: .hr)
        let data = try encoder.encode(claimed)
        #expect(try JSONDecoder().decode(FollowUp.self, from: data) == claimed)
        #expect(!String(decoding: data, as: UTF8.self).contains("keyPointID"))
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(FollowUp.self, from: Data(#"{"text":"Which?"}"#.utf8))
        }
    }
}
