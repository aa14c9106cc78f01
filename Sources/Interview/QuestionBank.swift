/// Questions to choose from, each with its own name.
public struct QuestionBank: Sendable, Equatable {
    /// The questions in the order in which they were given.
    public let questions: [Question]
    /// What questions are made from for skills and roles that it has little about.
    public let templates: QuestionTemplates
    private let placeByID: [String: Int]

    /// A bank of `questions`, which makes others from `templates`.
    ///
    /// - Throws: `QuestionBankError.duplicateIDs` when two questions share a name.
    public init(
        _ questions: [Question], templates: QuestionTemplates = QuestionTemplates()
    ) throws(QuestionBankError) {
        var placeByID: [String: Int] = [:]
        var duplicates: [String] = []
        for (place, question) in questions.enumerated() {
            if placeByID.updateValue(place, forKey: question.id) != nil, !duplicates.contains(question.id) {
                duplicates.append(question.id)
            }
        }
        guard duplicates.isEmpty else { throw .duplicateIDs(duplicates) }
        self.questions = questions
        self.templates = templates
        self.placeByID = placeByID
    }

    /// The question of that name; `nil` when there is none.
    public subscript(id: String) -> Question? { placeByID[id].map { questions[$0] } }

    /// The questions that fit everything given, in the order of the bank; what is `nil` fits all.
    public func questions(
        kind: QuestionKind? = nil, role: String? = nil, level: QuestionLevel? = nil
    ) -> [Question] {
        questions.filter { question in
            (kind == nil || question.kind == kind) && (level == nil || question.level == level)
                && (role.map { question.suits(role: $0) } ?? true)
        }
    }
}
