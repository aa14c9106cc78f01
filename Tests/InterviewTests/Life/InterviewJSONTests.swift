import Evaluation
import FoundationEssentials
import Interview
import InterviewTestSupport
import Testing

/// Interviews as JSON: of this version and of those before.
@Suite("Interviews as JSON") struct InterviewJSONTests {
    private static let start = Date(timeIntervalSince1970: 1_100_000)

    private static func decoded<Value: Decodable>(_ text: String, as type: Value.Type = Value.self) throws
        -> Value
    {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode(Value.self, from: Data(text.utf8))
    }

    private static func again<Value: Codable>(_ value: Value) throws -> Value {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        return try decoded(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// An interview in each state, with all that it can hold.
    private static func interview(_ state: InterviewState) throws -> Interview {
        let details = InterviewDetails(
            title: "Ünï 漢字", summary: "s", mode: .real, medium: .inPerson, company: "c", jobDescription: "j",
            tags: ["a", "b"], organization: 1, candidate: 2, interviewer: 3, isPlannedByOthers: true,
            template: 4, resume: 5,
            repeats: "z",
            usesLanguageModel: true, keepsAudio: false, wantsVideo: true, timeOutMinutes: 9)
        var interview = Interview(
            id: "a", plan: InterviewPlan(seed: 1), details: details,
            schedule: InterviewSchedule(
                start: start, durationMinutes: 50, place: "p", allowsRescheduling: false,
                rescheduleDeadlineHours: 4, moves: 2, reminderMinutes: [7]), createdAt: start)
        switch state {
        case .scheduled: return interview
        case .cancelled:
            try interview.handle(.cancelled(reason: "ill", at: start))
            return interview
        case .noShow:
            try interview.handle(.missed(at: start))
            return interview
        case .inProgress, .completed, .abandoned: break
        }
        let question = testQuestion("one", points: [KeyPoint(id: "p", statement: "It is small.")])
        let evaluation = RubricEvaluator().evaluate(
            JudgedAnswer(typed: "It is small."), against: question.rubric)
        try interview.handle(.started(at: start))
        try interview.handle(.chose(question: question, followUp: nil, reason: "r"))
        try interview.handle(.asked(recording: "q.wav"))
        try interview.handle(
            .received(.typed(text: "It is small."), at: start, code: "x = 1", timeTakenSeconds: 12))
        try interview.handle(.judged(nil, evaluation))
        try interview.correct(
            turn: 1, take: 1, with: TranscriptCorrection(text: "t", date: start, evaluation: evaluation))
        try interview.review(
            turn: 1, take: 1,
            as: HumanReview(score: 50, feedback: ["f": "g"], notes: "n", reviewer: 3, date: start))
        try interview.review(as: HumanReview(score: nil, date: start))
        if state == .completed { try interview.handle(.finished(at: start)) }
        if state == .abandoned { try interview.handle(.abandoned(at: start)) }
        return interview
    }

    @Test("An interview of each state comes back as it was", arguments: InterviewState.allCases)
    func roundTrip(state: InterviewState) throws {
        let interview = try Self.interview(state)
        let read = try Self.again(interview)
        #expect(read == interview && read.state == state && read.phase == interview.phase)
    }

    @Test("An interview that was kept before it had details, schedules and reviews is read")
    func earlierVersion() throws {
        let interview: Interview = try Self.decoded(Self.earlier)
        #expect(interview.state == .inProgress && interview.phase == .reviewing)
        #expect(
            interview.details == InterviewDetails() && interview.schedule == nil && interview.review == nil)
        #expect(interview.createdAt == interview.startedAt && interview.heldAt == interview.createdAt)
        let take = try #require(interview.turn(1)?.finalTake)
        #expect(
            take.code == nil && take.corrections == nil && take.review == nil && take.timeTakenSeconds == nil)
        #expect(take.text == "It is small." && take.failure == "no model" && take.versions.count == 1)
        #expect(take.medium == .typed && !interview.isTimedOut(at: .distantFuture))
        #expect(try Self.again(interview) == interview)
        var ended = interview
        try ended.handle(.finished(at: Self.start))
        #expect(ended.state == .completed)
    }

    @Test("What is left out of details, a schedule and a review has its usual value")
    func leftOut() throws {
        #expect(try Self.decoded("{}") == InterviewDetails())
        #expect(
            try Self.decoded(#"{"title": "t", "candidate": 7}"#) == InterviewDetails(title: "t", candidate: 7)
        )
        #expect(
            try Self.decoded(#"{"start": "1970-01-13T17:33:20Z"}"#) == InterviewSchedule(start: Self.start))
        #expect(
            try Self.decoded(#"{"date": "1970-01-13T17:33:20Z", "score": 3}"#)
                == HumanReview(score: 3, date: Self.start))
        #expect(throws: (any Error).self) { try Self.decoded("{}", as: InterviewSchedule.self) }
        #expect(throws: (any Error).self) { try Self.decoded(#"{"mode": "x"}"#, as: InterviewDetails.self) }
    }

    @Test("What is read is brought into bounds as what is made")
    func bounds() throws {
        let schedule: InterviewSchedule = try Self.decoded(
            """
            {"start": "1970-01-13T17:33:20Z", "durationMinutes": -5, "rescheduleDeadlineHours": -1, "moves": -2,
            "reminderMinutes": [15, 99999999, 15]}
            """)
        #expect(schedule.durationMinutes == 1 && schedule.rescheduleDeadlineHours == 0 && schedule.moves == 0)
        #expect(schedule.reminderMinutes == [40_320, 15])
        let review: HumanReview = try Self.decoded(#"{"date": "1970-01-13T17:33:20Z", "score": 5000}"#)
        #expect(review.score == 100)
    }

    /// As `session.json` was written before these fields: an answer whose analysis failed.
    private static let earlier = """
        {
          "awaitsAnotherTake" : false, "id" : "14f26f3a-38d5-45b5-8f1a-8b22ed9dec89",
          "plan" : {
            "followUpLimit" : 0, "preferences" : {"level" : "mid", "mix" : "mixed"}, "questionCount" : 3, "seed" : 7,
            "voice" : {"markup" : "plain", "pitch" : 50, "rateWordsPerMinute" : 160, "voice" : "en-gb"}
          },
          "startedAt" : "2026-11-22T12:01:15Z", "state" : "inProgress",
          "turns" : [
            {
              "isPut" : true, "number" : 1, "plannedNumber" : 1,
              "question" : {
                "category" : "databases", "criteria" : [], "expectedDurationSeconds" : 80, "followUps" : [],
                "hints" : [], "id" : "technical-slow-query", "keyPoints" : [], "kind" : "technical", "level" : "mid",
                "roles" : [], "sampleAnswers" : [], "tags" : [], "text" : "Why is a query slow?"
              },
              "reason" : "A mid question about databases, to begin with.", "recording" : "questions/01.wav",
              "takes" : [
                {
                  "number" : 1, "progress" : {"failed" : {"reason" : "no model"}},
                  "receivedAt" : "2026-11-22T12:01:20Z", "source" : {"typed" : {"text" : "It is small."}}
                }
              ]
            }
          ],
          "version" : 1
        }
        """
}
