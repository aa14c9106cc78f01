import Interview
import Records

/// A template as programs read it.
struct TemplateItem: Encodable {
    var number: Int64
    var id: String
    var key: String?
    var title: String
    var description: String?
    var kind: QuestionPreferences.Mix
    var level: QuestionLevel
    var role: String?
    var minutes: Int
    var skills: [String]
    var tags: [String]
    /// How many questions it asks.
    var questionCount: Int
    /// Whether they are chosen while the interview is held.
    var choosesQuestions: Bool
    var isActive: Bool
    var isShipped: Bool
    /// How many interviews were made from it.
    var useCount: Int
    /// How many of these are completed.
    var completedCount: Int
    /// The mean of the scores of these, 0...100; absent where none has one.
    var meanScore: Double?

    init(_ kept: KeptTemplate, isShipped: Bool) {
        let template = kept.template
        number = kept.number
        id = template.id
        key = template.key
        title = template.title
        description = template.summary
        kind = template.kind
        level = template.level
        role = template.role
        minutes = template.durationMinutes
        skills = template.skillNames
        tags = template.tags
        questionCount = template.questions.count
        choosesQuestions = template.choosesQuestions
        isActive = template.isActive
        self.isShipped = isShipped
        useCount = kept.useCount
        completedCount = kept.completedCount
        meanScore = kept.meanScore
    }
}

extension InterviewTemplate {
    /// The names of the skills that are asked about first.
    var skillNames: [String] { (skills?.skills ?? []).map(\.skill.name) }

    /// Whether its questions are chosen while the interview is held.
    var choosesQuestions: Bool {
        if case .chosen = questions { true } else { false }
    }

    /// How many questions it asks, for people.
    var questionWords: String {
        let count = questions.count == 1 ? "1 question" : "\(questions.count) questions"
        return choosesQuestions ? "\(count) to be chosen" : count
    }
}
