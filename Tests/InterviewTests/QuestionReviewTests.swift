import Evaluation
import Interview
import InterviewTestSupport
import Testing

@Suite struct QuestionReviewTests {
    private static let review = QuestionReview()

    /// A question about which nothing is to be said.
    private static let sound: Question = {
        var question = testQuestion(
            "cache", "What is a cache good for?", category: "systems",
            points: [
                KeyPoint(id: "copy", statement: "A cache keeps copies of data close to where it is needed."),
                KeyPoint(id: "slow", statement: "It saves slow queries to the database."),
                KeyPoint(id: "stale", statement: "Old entries must be invalidated when the data changes."),
            ])
        question.expectedDurationSeconds = 30
        question.hints = ["Think of a slow database."]
        question.followUps = [FollowUp(keyPointID: "stale", text: "When is a copy too old?")]
        question.sampleAnswers = [
            """
            First, a cache keeps copies of data close to where it is needed, for example in memory beside the server. \
            Because of that it saves slow queries to the database, so that pages load in a few milliseconds. The \
            difficult part is that old entries must be invalidated when the data changes, otherwise users see \
            something that is no longer true. In the end I always set a short lifetime as well.
            """
        ]
        return question
    }()

    @Test func aSoundQuestionHasNoWarning() {
        #expect(Self.review.warnings(of: Self.sound) == [])
    }

    @Test func everythingThatIsMissingIsTold() {
        var question = Self.sound
        question.keyPoints.removeLast()
        question.sampleAnswers = []
        question.hints = []
        question.followUps = []
        #expect(
            Self.review.warnings(of: question)
                == [.fewKeyPoints(count: 2), .noSampleAnswer, .noHint, .noFollowUp])
    }

    @Test func aQuestionWithoutKeyPointsIsToldOnceAndNotToAskAboutThem() {
        var question = Self.sound
        question.keyPoints = []
        question.followUps = []
        #expect(Self.review.warnings(of: question) == [.noKeyPoints])
        // A vague claim of an answer is asked about all the same.
        #expect(QuestionWarning.noKeyPoints.description.contains("no follow-up on a point can be asked"))
    }

    @Test(arguments: [(8, []), (9, [QuestionWarning.manyKeyPoints(count: 9)])])
    func moreThanEightPointsAreTooMany(count: Int, expected: [QuestionWarning]) {
        var question = Self.sound
        question.keyPoints = (0..<count).map { KeyPoint(id: "p\($0)", statement: "It saves slow queries.") }
        let warnings = Self.review.warnings(of: question).filter {
            if case .weakSampleAnswer = $0 { false } else { true }
        }
        #expect(warnings == expected)
    }

    @Test func aSampleAnswerBesideThePointIsTold() {
        var question = Self.sound
        question.sampleAnswers.append(
            "I like dogs and walk with mine in the park each morning before breakfast.")
        let warnings = Self.review.warnings(of: question)
        #expect(warnings.count == 1)
        guard case .weakSampleAnswer(number: 2, let score)? = warnings.first else {
            Issue.record("\(warnings)")
            return
        }
        #expect((score ?? 0) < QuestionReview.goodScore)
    }

    @Test func ofTwoThatAskTheSameTheLaterIsTold() {
        var other = Self.sound
        other.id = "caches"
        other.text = "What are caches good for?"
        #expect(
            Self.review.warnings(of: [Self.sound, other])
                == [[], [.nearlyTheSame(questionID: "cache", share: 1)]])
    }

    @Test func aWarningSaysWhatToDo() {
        #expect("\(QuestionWarning.fewKeyPoints(count: 1))".hasPrefix("It has 1 key point:"))
        #expect("\(QuestionWarning.weakSampleAnswer(number: 1, score: 74.9))".contains("scores 74 "))
        #expect("\(QuestionWarning.nearlyTheSame(questionID: "a", share: 0.75))".contains("as a: 75 %"))
    }
}
