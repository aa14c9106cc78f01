import Evaluation
import Interview
import Records
import Web

/// Questions of banks, as this interface shows them.
enum PracticeBankReply {
    /// A page of questions.
    struct Page: Sendable {
        let questions: [KeptQuestion]
        let total: Int
        let skip: Int
        let limit: Int
    }

    private static let question = ReplyForm<KeptQuestion>(
        "PracticeBankQuestion",
        [
            ReplyField("id", "Its number in the bank.") { $0.number },
            ReplyField("question_text", "The question.") { $0.question.text },
            ReplyField("question_type", "What sort of question it is.") {
                PracticeQuestionKind($0.question.kind)
            },
            ReplyField("category", "The subject.") { PracticeCategory($0.question.category).name },
            ReplyField("difficulty_level", "How much experience it asks for.") {
                PracticeLevel($0.question.level)
            },
            ReplyField("job_roles", "The roles it suits; none for all.") { $0.question.roles },
            ReplyField("tags", "Free labels.") { $0.question.tags },
            ReplyField("key_points", "What a good answer says; none for candidates.") {
                $0.question.keyPoints.map(\.statement)
            },
            ReplyField("sample_answer", "A good answer; `null` without one, and for candidates.") {
                $0.question.sampleAnswers.first
            },
        ])

    static let page = ReplyForm<Page>(
        "PracticeBankQuestions",
        [
            ReplyField("questions", "The questions, the latest first.", listOf: question) { $0.questions },
            ReplyField("total", "How many there are in all.") { $0.total },
            ReplyField("page", "Which page it is, 1 for the first.") { $0.skip / $0.limit + 1 },
            ReplyField("page_size", "The most questions of a page.") { $0.limit },
        ])
}
