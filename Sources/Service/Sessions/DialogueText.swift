import Evaluation
import Interview
import Records

/// What the interviewer says between the questions.
public enum DialogueText {
    /// The greeting with the question that is due.
    public static func greeting(_ step: DialogueStep, student: String?) -> String {
        let words = step.sheet.answeredCount == 0 ? "The first question" : "The next question"
        return sentences(greeting(step.sheet, student: student), next(step.question, words))
    }

    /// The greeting itself.
    static func greeting(_ sheet: InterviewSheet, student: String?) -> String {
        let name = student.map { ", \($0)" } ?? ""
        let title = sheet.interview.details.title
        let count = sheet.questionCount
        let answered = sheet.answeredCount
        guard answered == 0 else {
            return "Welcome back\(name). \(answered) of \(questions(count)) \(isAre(answered)) answered."
        }
        let hello = "Hello\(name), and welcome\(title.isEmpty ? "" : " to \u{201C}\(title)\u{201D}")."
        let plan = "I have \(questions(count)) for you. Take your time, and give examples where you can."
        return sentences(hello, plan)
    }

    /// What is said of an answer, with what comes next.
    public static func response(_ step: DialogueStep) -> String {
        sentences(
            judgement(of: step.answered),
            next(step.question, step.question?.isFollowUp == true ? "A follow-up" : "The next question"))
    }

    /// What is said of an answer.
    static func judgement(of answered: AnsweredQuestion?) -> String {
        answered?.take.evaluation?.narrative
            ?? "Your answer is kept; it could not be judged just now and will be later."
    }

    /// The closing words.
    public static func closing(_ results: InterviewResults, student: String?) -> String {
        let thanks = "Thank you\(student.map { ", \($0)" } ?? "")."
        let (answered, count) = (results.sheet.answeredCount, results.sheet.questionCount)
        guard answered > 0 else {
            return sentences(
                thanks, "The interview has ended without an answer, so there is nothing to sum up.")
        }
        let mean = results.summary.meanOverall.map { " The mean score is \(Int($0.rounded())) of 100." }
        let feedback = results.feedback
        return sentences(
            thanks, "You answered \(answered) of \(questions(count)).\(mean ?? "")",
            feedback.strengths.first.map { "What went well: \($0.text)" },
            feedback.areas.first.map { "What to work on: \($0.text)" })
    }

    private static func next(_ question: InterviewQuestion?, _ words: String) -> String {
        question.map { "\(words): \($0.text)" } ?? "That was the last question."
    }

    private static func questions(_ count: Int) -> String { count == 1 ? "1 question" : "\(count) questions" }

    private static func isAre(_ count: Int) -> String { count == 1 ? "is" : "are" }

    private static func sentences(_ parts: String?...) -> String {
        parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    }
}
