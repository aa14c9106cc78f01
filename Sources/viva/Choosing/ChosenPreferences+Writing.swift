import Chat
import Evaluation
import Interview
import Judging

extension ChosenPreferences {
    /// Has a language model write the questions that templates would be made for. Where it writes none, or too few for the
    /// interview, templates serve, and the remarks say so.
    ///
    /// - Parameters:
    ///   - writer: who asks the model; `nil` where none is named.
    ///   - count: how many questions the interview is to have.
    ///   - onWish: called before each subject, since a model takes its time.
    mutating func write(
        with writer: QuestionWriter?, bank: QuestionBank, questionCount count: Int,
        onWish: (QuestionWish) -> Void
    ) async {
        guard let writer, let subjects = preferences.templates, !subjects.isEmpty else { return }
        // As many as can be asked of each when they take turns, with one to choose from.
        let share = (count + subjects.count - 1) / subjects.count
        let each = min(max(share, Self.writtenPerSubject.lowerBound), Self.writtenPerSubject.upperBound)
        let wishes = subjects.map { QuestionWish($0, preferences: preferences, count: each) }
        let all = await writer.questions(for: wishes, besides: bank.questions, onWish: onWish)
        let questions = all.flatMap(\.questions)
        let without = all.filter(\.questions.isEmpty)
        written = questions.isEmpty ? nil : questions
        if !questions.isEmpty {
            let names = all.filter { !$0.questions.isEmpty }.map(\.wish.subject.name)
            remarks.append(
                "\(questions.count) \(questions.count == 1 ? "question was" : "questions were") written by \(writer.name), about "
                    + "\(names.joined(separator: ", ")). It can be wrong about facts.")
        }
        if let reason = without.first?.reason {
            let names = without.map(\.wish.subject.name).joined(separator: ", ")
            remarks.append(
                "\(writer.name) wrote no question about \(names) that can be asked; questions from templates serve. The reason: "
                    + reason)
        }
        let fitting = preferences.admitted(of: bank.adding(questions).questions).count
        guard fitting >= count else { return }
        preferences.templates = without.isEmpty ? nil : without.map(\.wish.subject)
    }

    /// How many questions a model is asked for about one subject.
    private static let writtenPerSubject = 2...4
}

extension QuestionWish {
    /// What is told while a model writes.
    func remark(_ writer: String) -> String {
        "Asking \(writer) for questions about \(subject.name) ..."
    }
}
