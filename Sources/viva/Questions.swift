import Interview
import Storage

/// The questions that come with Viva.
enum Questions {
    /// Reads the bank.
    static func load() throws -> QuestionBank {
        try QuestionBankFile.load(directory: Places.data() + "/questions")
    }
}

extension QuestionBank {
    /// A question by its id, or a failure that names what is there.
    func question(_ id: String) throws -> Question {
        if let question = self[id] { return question }
        let near = questions.map(\.id).filter { $0.contains(id) || id.contains($0) }
        let hint = near.isEmpty ? questions.prefix(5).map(\.id) + ["..."] : near
        throw CommandFailure(.usage, "There is no question \(id). There are: \(hint.joined(separator: ", "))")
    }
}
