import Evaluation
import FoundationEssentials
import Interview
import Records
import Service
import Web

/// Questions of interviews and answers to them, as this interface shows them.
enum InterviewQuestionReply {
    private static let fields: [ReplyField<SheetQuestion>] = [
        ReplyField("id", "The number of the question.") { $0.question.number },
        ReplyField("question_text", "The question.") { $0.question.text },
        ReplyField("question_type", "What sort of question it is.") {
            InterviewQuestionKind($0.question.question.kind)
        },
        ReplyField("difficulty", "How hard it is.") { InterviewDifficulty($0.question.question.level) },
        ReplyField("expected_duration_minutes", "How long an answer is expected to take.") {
            max(1, Int(($0.question.question.expectedDurationSeconds / 60).rounded(.up)))
        },
        ReplyField("order", "Its place, 1 for the first; a follow-up has that of its question.") {
            $0.sheet.plannedNumber(of: $0.question)
        },
        ReplyField("is_ai_generated", "Whether a program made it.") { $0.question.question.origin != nil },
    ]

    /// A question for whoever answers.
    static let form = ReplyForm<SheetQuestion>("InterviewQuestion", fields)

    /// A question with what is expected of answers.
    static let expecting = form.adding(
        [
            ReplyField("expected_answer", "A sample answer, or the points of a good one.") {
                $0.question.question.expectedAnswer
            },
            ReplyField("evaluation_criteria", "What answers are judged by.") { shown in
                let question = shown.question.question
                return question.keyPoints.map(\.statement) + question.criteria.map(\.name)
            },
        ], as: "InterviewQuestionWithAnswer")

    /// An answer that counts: the last one to its question.
    struct Answer: Sendable {
        let number: Int64
        let question: InterviewQuestion
        let take: Take
        let interview: Interview

        init?(_ question: InterviewQuestion, of interview: Interview) {
            guard let take = question.turn?.finalTake, let number = question.finalAnswer else { return nil }
            self.number = number
            self.question = question
            self.take = take
            self.interview = interview
        }

        init(_ answered: AnsweredQuestion) {
            number = answered.number
            question = answered.question
            take = answered.take
            interview = answered.sheet.interview
        }
    }

    private static let ten = JSONSchema.nullable(.number(0...10))

    /// A score of 0...100 as one of 0...10, to one decimal.
    private static func outOfTen(_ score: Double?) -> Double? { score.map(InterviewPoints.ofTen) }

    private static let metrics = ReplyForm<Take>(
        "EvaluationMetrics",
        [
            ("clarity", "Whether it is easy to follow.", Dimension.clarity),
            ("relevance", "Whether it answers the question.", .relevance),
            ("depth", "How many of the expected points it makes.", .completeness),
            ("technical_accuracy", "Whether its technical content is what is expected.", .technicalAccuracy),
            ("communication", "How well it is put.", .communication),
        ].map { name, about, side in
            // A side that was not judged, as the technical accuracy of a story, has the score of the whole.
            ReplyField(name, about, schema: ten) { take in
                outOfTen(take.evaluation.flatMap { $0.score(side) ?? $0.overall })
            }
        })

    /// An answer with its judgement.
    static let response = ReplyForm<Answer>(
        "InterviewResponse",
        [
            ReplyField("id", "The number of the answer.") { $0.number },
            ReplyField("interview", "The number of the interview.") { $0.question.interview },
            ReplyField("question", "The number of the question.") { $0.question.number },
            ReplyField("text_response", "The answer; empty before it was heard.") { $0.take.text ?? "" },
            ReplyField("audio_url", "Where others keep its sound.") { $0.take.addresses?.audio },
            ReplyField("video_url", "Where others keep its picture.") { $0.take.addresses?.video },
            ReplyField("code_response", "Code beside it.") { $0.take.code },
            ReplyField("time_taken_seconds", "How long it took.") {
                Int($0.interview.secondsTaken($0.take).rounded())
            },
            ReplyField("started_at", "When it was begun.") {
                $0.take.receivedAt.addingTimeInterval(-$0.interview.secondsTaken($0.take))
            },
            ReplyField("submitted_at", "When it was given.") { $0.take.receivedAt },
            ReplyField("score", "The score, 0 to 10.", schema: ten) { outOfTen($0.take.score) },
            ReplyField("ai_feedback", "A summary in a few sentences; empty before it was judged.") {
                $0.take.narrative ?? ""
            },
            ReplyField("evaluation_metrics", "The sides of the answer, 0 to 10.", metrics) { $0.take },
            ReplyField("is_evaluated", "Whether it was judged.") { $0.take.evaluation != nil },
            ReplyField("needs_review", "Whether a person should look at it.") { $0.take.waitsForReview },
        ])

    /// An answer with a sentence.
    static let submitted = ReplyForm<Answer>(
        "InterviewResponseReply",
        [
            ReplyField("message", "A sentence for people.") { _ in "Response submitted successfully" },
            ReplyField("response", "The answer with its judgement.", response) { $0 },
        ])
}

extension Question {
    /// A sample answer, else the points of a good one.
    var expectedAnswer: String {
        sampleAnswers.first ?? keyPoints.map(\.statement).joined(separator: "\n")
    }
}
