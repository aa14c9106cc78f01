import Evaluation

extension PracticePlan {
    /// At most so many questions are answered again, one a day.
    private static let mostQuestions = 3
    /// At most so many points are named for one question.
    private static let mostPoints = 3
    /// What comes before an answer is tried again, in minutes: reading the points and thinking of words for them.
    private static let preparationMinutes = 5.0
    /// How often an answer is tried in one step.
    private static let attempts = 3.0
    /// The time of an exercise, in minutes.
    private static let drillMinutes = 10
    /// The time of a first reading, or of a search for a club, in minutes.
    private static let readingMinutes = 30

    /// The plan after an interview: what was not heard, the weakest questions, a habit of delivery, something to read, and an
    /// interview to see what it brought.
    init(
        of interview: Interview, answers: [FeedbackAnswer], missed: [MissedPoint], areas: InterviewAreas,
        recommendations: [InterviewFeedback.Recommendation]
    ) {
        var steps: [Step] = []
        func add(
            _ task: String, questions: [String] = [], categories: [String] = [], points: [String] = [],
            minutes: Int
        ) {
            steps.append(
                Step(
                    day: steps.count + 1, task: task, questionIDs: questions, categories: categories,
                    points: points, minutes: minutes))
        }
        let unheard = Self.distinct(FeedbackAnswer.unheard(in: interview).map(\.question))
        if !unheard.isEmpty {
            add(
                unheard.count == 1
                    ? "Check the microphone and its level, then answer the question that was not heard."
                    : "Check the microphone and its level, then answer the \(unheard.count) questions that were not "
                        + "heard.",
                questions: unheard.map(\.id), categories: Self.categories(unheard),
                minutes: Self.minutes(unheard, times: 1))
        }
        for question in Self.weakest(of: interview, answers: answers).prefix(Self.mostQuestions) {
            let points = missed.filter { $0.question.id == question.id }.map(\.point.statement)
                .prefix(Self.mostPoints)
            let isAnswered = answers.contains { $0.question.id == question.id }
            add(
                "\(isAnswered ? "Answer again" : "Answer"): \u{201C}\(question.text)\u{201D}"
                    + (points.isEmpty ? "" : " Say what was not found."),
                questions: [question.id], categories: [question.category], points: Array(points),
                minutes: Self.minutes([question], times: Self.attempts))
        }
        if let drill = areas.habits.first?.habit.drill { add(drill, minutes: Self.drillMinutes) }
        if let reading = recommendations.first {
            let isCategory = interview.turns.contains { $0.question.category == reading.topic }
            add(
                reading.resource.task, categories: isCategory ? [reading.topic] : [],
                minutes: Self.readingMinutes)
        }
        if !answers.isEmpty {
            let weak = FeedbackAnswer.weakCategories(of: answers).map(\.category)
            let questions = interview.turns.map(\.question)
            add(
                weak.isEmpty
                    ? "Hold another interview with questions that you have not had."
                    : "Hold another interview and see what has changed.",
                categories: weak, minutes: Self.minutes(questions, times: 2))
        }
        self.init(steps: steps)
    }

    /// The questions without a good answer that could be judged, those without any answer first, then the weakest.
    private static func weakest(of interview: Interview, answers: [FeedbackAnswer]) -> [Question] {
        // What was heard but cannot be scored, or was not heard, is no question to answer better.
        let unscored = Set(
            FeedbackAnswer.unheard(in: interview).map(\.question.id) + answers.map(\.question.id))
        let least = Dictionary(
            answers.compactMap { answer in answer.score.map { (answer.question.id, $0) } },
            uniquingKeysWith: min)
        return distinct(interview.turns.filter { $0.followUp == nil }.map(\.question))
            .filter { least[$0.id].map { $0 < PerformanceLabel.goodFrom } ?? !unscored.contains($0.id) }
            .sorted { (least[$0.id] ?? -1, $0.id) < (least[$1.id] ?? -1, $1.id) }
    }

    private static func distinct(_ questions: [Question]) -> [Question] {
        var seen: Set<String> = []
        return questions.filter { seen.insert($0.id).inserted }
    }

    private static func categories(_ questions: [Question]) -> [String] {
        var seen: Set<String> = []
        return questions.map(\.category).filter { seen.insert($0).inserted }
    }

    private static func minutes(_ questions: [Question], times: Double) -> Int {
        let seconds = questions.reduce(0) { $0 + $1.expectedDurationSeconds }
        let minutes = preparationMinutes + times * seconds / 60
        return minutes.isFinite ? Int(min(minutes.rounded(.up), 600)) : 600
    }
}
