import Delivery
import Evaluation
import Speech

/// What to work on after an interview.
struct InterviewAreas {
    /// The sentences, the most useful first.
    let statements: [FeedbackStatement]
    /// The weakest sides, where the mean of the weakest is not good, in the order of the dimensions.
    let weakestSides: (dimensions: [Dimension], statement: FeedbackStatement)?
    /// The parts of a story that at least half of the stories leave out, the most often missing first.
    let missingParts: [(part: StoryPart, statement: FeedbackStatement)]
    /// Technical answers without an example, where these are at least half.
    let withoutExample: FeedbackStatement?
    /// Stories without a figure, where these are at least half.
    let withoutFigure: FeedbackStatement?
    /// The habits of delivery to work on, the most frequent first.
    let habits: [(habit: DeliveryHabit, statement: FeedbackStatement)]

    init(_ answers: [FeedbackAnswer], missed: [MissedPoint]) {
        weakestSides = Self.weakestSides(answers)
        missingParts = Self.missingParts(answers)
        withoutExample = Self.without(
            "example", of: answers, named: "technical answer", where: { $0.isTechnical }, { $0.hasExample })
        withoutFigure = Self.without(
            "figure", of: answers, named: "story", where: { $0 == .behavioural }, { $0.hasNumber })
        habits = Self.habits(answers)
        let weak = Self.weakAnswers(answers)
        let points = Self.points(missed)
        // One of each sort first, so that no sort hides the others.
        let sorts: [[FeedbackStatement]] = [
            weak, points, habits.map(\.statement), [weakestSides].compactMap(\.?.statement),
            missingParts.map(\.statement), [withoutExample, withoutFigure].compactMap(\.self),
        ]
        let rows = sorts.map(\.count).max() ?? 0
        let ordered = (0..<rows).flatMap { row in sorts.compactMap { $0.dropFirst(row).first } }
        statements = Array(ordered.prefix(InterviewFeedback.mostStatements))
    }

    /// The answers that are not even average, the weakest first.
    private static func weakAnswers(_ answers: [FeedbackAnswer]) -> [FeedbackStatement] {
        answers.filter { $0.score.map { $0 < PerformanceLabel.averageFrom } ?? false }
            .sorted { FeedbackAnswer.isBetter($1, than: $0) }
            .compactMap { answer in
                answer.scored.map {
                    FeedbackStatement($0, answers: [answer.number], topic: answer.question.category)
                }
            }
    }

    /// The weightiest points that were not found.
    private static func points(_ missed: [MissedPoint]) -> [FeedbackStatement] {
        let ordered = missed.enumerated().sorted {
            ($1.element.point.weight, $0.element.question.id, $0.offset)
                < ($0.element.point.weight, $1.element.question.id, $1.offset)
        }.map(\.element)
        var seen: Set<String> = []
        return ordered.filter { seen.insert($0.point.statement).inserted }.map { missed in
            let statement = missed.point.statement
            let sentence = statement.hasSuffix(".") ? String(statement.dropLast()) : statement
            return FeedbackStatement(
                "This point was not \(missed.isHeardWell ? "found" : "heard"): \(sentence).",
                answers: missed.answers, topic: missed.question.category)
        }
    }

    private static func weakestSides(
        _ answers: [FeedbackAnswer]
    ) -> (dimensions: [Dimension], statement: FeedbackStatement)? {
        let means = DimensionMeans(answers)
        guard let weakest = means.weakest, weakest.mean < PerformanceLabel.goodFrom else { return nil }
        let sides = means.alike(weakest)
        let statement = FeedbackStatement(
            means.sentence(about: sides, rank: "weakest"), answers: DimensionMeans.answers(sides),
            topic: weakest.dimension.topic)
        return (sides.map(\.dimension), statement)
    }

    private static func missingParts(
        _ answers: [FeedbackAnswer]
    ) -> [(part: StoryPart, statement: FeedbackStatement)] {
        let stories = answers.filter { $0.evaluation.structure?.story != nil && !$0.isFollowUp }
        let parts = StoryPart.allCases.compactMap { part -> (part: StoryPart, without: [FeedbackAnswer])? in
            let without = stories.filter { answer in
                answer.evaluation.structure?.story?.first { $0.part == part }.map { !$0.isTold } ?? false
            }
            return without.isEmpty || 2 * without.count < stories.count ? nil : (part, without)
        }
        return parts.enumerated()
            .sorted { ($1.element.without.count, $0.offset) < ($0.element.without.count, $1.offset) }
            .map { _, missing in
                let share = "\(missing.without.count) of \(stories.count)"
                let count = stories.count == 1 ? "the story" : "\(share) stories"
                return (
                    missing.part,
                    FeedbackStatement(
                        "The \(missing.part.rawValue) is not clear in \(count).",
                        answers: missing.without.numbers, topic: DeliveryTheme.structure.rawValue)
                )
            }
    }

    /// Answers to questions of a kind whose build was looked at and lacks something, where these are at least half. What was said to a
    /// follow-up about a vague claim counts for the answer that made the claim.
    private static func without(
        _ thing: String, of answers: [FeedbackAnswer], named name: String,
        where isKind: (QuestionKind) -> Bool,
        _ has: (AnswerStructure) -> Bool
    ) -> FeedbackStatement? {
        func lacks(_ answer: FeedbackAnswer) -> Bool { answer.evaluation.structure.map { !has($0) } ?? true }
        let built = answers.filter {
            isKind($0.question.kind) && !$0.isFollowUp && $0.evaluation.structure != nil
        }
        let without = built.filter { answer in
            let claims = answers.filter { $0.isAboutClaim && $0.plannedNumber == answer.plannedNumber }
            return lacks(answer) && claims.allSatisfy(lacks)
        }
        guard !without.isEmpty, 2 * without.count >= built.count else { return nil }
        let names = name == "story" ? "stories" : name + "s"
        let place = built.count == 1 ? "the \(name)" : "\(without.count) of \(built.count) \(names)"
        return FeedbackStatement(
            "No \(thing) was found in \(place).",
            answers: without.numbers, topic: DeliveryTheme.structure.rawValue)
    }

    /// What a coach called a weakness, each habit once, in the words of the answer where it is the most pressing; and softeners,
    /// where there are many.
    private static func habits(
        _ answers: [FeedbackAnswer]
    ) -> [(habit: DeliveryHabit, statement: FeedbackStatement)] {
        let spoken = answers.filter { $0.delivery != nil }
        let found = DeliveryHabit.all.compactMap {
            habit -> (habit: DeliveryHabit, rank: Int, statement: FeedbackStatement)? in
            let places = spoken.compactMap(habit.place)
            guard let theme = DeliveryTheme(habit.kind),
                let worst = places.min(by: { ($0.rank, $0.text) < ($1.rank, $1.text) })
            else { return nil }
            let share = spoken.count > 1 ? " (\(places.count) of \(spoken.count) spoken answers)" : ""
            let statement = FeedbackStatement(
                "\(theme.title)\(share): \(worst.text)", answers: places.map(\.number), topic: theme.rawValue)
            return (habit, worst.rank, statement)
        }
        return found.enumerated().sorted {
            ($1.element.statement.answers.count, $0.element.rank, $0.offset)
                < ($0.element.statement.answers.count, $1.element.rank, $1.offset)
        }.map { ($1.habit, $1.statement) } + hedges(spoken)
    }

    private static func hedges(
        _ spoken: [FeedbackAnswer]
    ) -> [(habit: DeliveryHabit, statement: FeedbackStatement)] {
        guard let mean = SteadinessMeans(spoken).all.first(where: { $0.aspect == .hedges }),
            mean.share < 0.5
        else { return [] }
        let text =
            "Softeners: about \(FixedPoint(mean.value)) in a hundred words, such as \u{201C}maybe\u{201D}."
        let statement = FeedbackStatement(
            text, answers: mean.answers, topic: DeliveryTheme.hedges.rawValue)
        return [(DeliveryHabit(kind: .hedges, pace: nil), statement)]
    }
}
