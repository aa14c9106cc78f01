import Evaluation
import HTTPTypes
import Interview
import Records
import Service
import Web

/// A judged answer, as this interface shows it.
struct PracticeAnswerReply: Sendable {
    let number: Int64
    let question: InterviewQuestion
    let take: Take
    let evaluation: Evaluation
    let sheet: InterviewSheet

    /// - Throws: `APIError` with status 500 when the answer could not be judged.
    init(_ answered: AnsweredQuestion) throws(APIError) {
        number = answered.number
        question = answered.question
        take = answered.take
        sheet = answered.sheet
        guard let evaluation = answered.take.evaluation else {
            throw APIError(
                .internalServerError,
                "The answer is kept as \(answered.number) and could not be judged. Ask for the session's details later."
            )
        }
        self.evaluation = evaluation
    }

    static let feedback = ReplyForm<(judged: Evaluation, take: Take)>(
        "AnswerFeedback",
        [
            ReplyField("strengths", "What was done well.") { $0.judged.strengths },
            ReplyField("weaknesses", "What weakened the answer.") { $0.judged.weaknesses },
            ReplyField("missing_points", "The expected points that were not found.") {
                $0.judged.missingPoints
            },
            ReplyField("suggestions", "What to do next time.") { $0.judged.suggestions },
            ReplyField("narrative", "A summary in a few sentences; a person's where a person scored it.") {
                $0.take.narrative ?? ""
            },
        ])

    static let form = ReplyForm<PracticeAnswerReply>(
        "PracticeAnswer",
        [
            ReplyField("answer_id", "The number of the answer.") { $0.number },
            ReplyField("question_number", "The place of the question in the session.") {
                $0.sheet.plannedNumber(of: $0.question)
            },
            ReplyField("question_text", "The question.") { $0.question.text },
            ReplyField("your_answer", "The answer as it was given, with its code.") { $0.take.whole ?? "" },
            ReplyField("time_taken_seconds", "How long it took, thinking included.") {
                Int($0.sheet.interview.secondsTaken($0.take).rounded())
            },
            ReplyField("scores", "The scores, 0 to 100.", PracticeScores.ofAnswer) {
                PracticeScores($0.evaluation, overall: $0.take.score)
            },
            ReplyField("feedback", "What the judge says.", feedback) { ($0.evaluation, $0.take) },
            ReplyField("sentiment", "The performance in one word, never a mood.") {
                PracticeSentiment(Sentiment(overall: $0.take.score))
            },
            ReplyField("has_more_questions", "Whether a question is left to answer.") {
                $0.sheet.next != nil
            },
        ])

    /// An answer among the details of a session.
    static let detail = ReplyForm<Detail>(
        "PracticeQuestionAndAnswer",
        [
            ReplyField("question_number", "The place of the question in the session.") {
                $0.sheet.plannedNumber(of: $0.question)
            },
            ReplyField("question_text", "The question.") { $0.question.text },
            ReplyField("question_type", "What sort of question it is.") {
                PracticeQuestionKind($0.question.question.kind)
            },
            ReplyField(
                "user_answer", "The last answer, which counts, with its code; `null` before it was heard."
            ) { $0.take.whole },
            ReplyField("time_taken_seconds", "How long it took, thinking included.") {
                Int($0.sheet.interview.secondsTaken($0.take).rounded())
            },
            ReplyField("scores", "The scores, 0 to 100.", optional: PracticeScores.ofAnswer) { detail in
                detail.take.evaluation.map { PracticeScores($0, overall: detail.take.score) }
            },
            ReplyField("feedback", "What the judge says.", optional: feedback) { detail in
                detail.take.evaluation.map { ($0, detail.take) }
            },
            ReplyField("sentiment", "The performance in one word, never a mood.") { detail in
                detail.take.evaluation.map { _ in PracticeSentiment(Sentiment(overall: detail.take.score)) }
            },
        ])

    /// An answered question of a session.
    struct Detail: Sendable {
        let question: InterviewQuestion
        let take: Take
        let sheet: InterviewSheet

        /// All of a session, in the order of its questions.
        static func all(of sheet: InterviewSheet) -> [Detail] {
            sheet.questions.compactMap { question in
                (question.turn?.finalTake).map { Detail(question: question, take: $0, sheet: sheet) }
            }
        }
    }
}

extension Take {
    /// What was said, and the code that was given beside it, which this interface has no other place for; `nil` before it was heard.
    fileprivate var whole: String? {
        text.map { words in
            guard let code = code?.unlessEmpty else { return words }
            return words.unlessEmpty.map { $0 + "\n\n" + code } ?? code
        }
    }
}
