import Delivery
import Evaluation

/// How to prepare for the next interview: what helps with the areas to work on. No two tips say the same.
struct PreparationTips {
    /// What several tips tell to do, in different words.
    private enum Aim {
        case countingPoints
        case rehearsing
        case slowingDown
    }

    /// At most so many exercises for habits of delivery.
    private static let mostDrills = 2
    /// At most so many pieces of advice on parts of a story.
    private static let mostParts = 2

    private(set) var statements: [FeedbackStatement] = []
    /// What has been told already.
    private var aims: Set<Aim> = []

    init(_ areas: InterviewAreas, unheard: [Turn]) {
        if !unheard.isEmpty {
            statements.append(
                FeedbackStatement(
                    "Before the next interview, record a sentence and listen to it: the microphone or its level may be "
                        + "why words were not heard.", answers: unheard.map(\.number)))
        }
        addDrills(areas)
        addWeakestSide(areas)
        statements += areas.missingParts.prefix(Self.mostParts).map { part, area in
            FeedbackStatement(part.advice, answers: area.answers, topic: area.topic)
        }
        if let area = areas.withoutExample {
            statements.append(
                FeedbackStatement(
                    "For each subject of your trade keep one example from your own work ready, in two sentences.",
                    answers: area.answers, topic: area.topic))
        }
        if let area = areas.withoutFigure {
            statements.append(
                FeedbackStatement(
                    "Look up one figure for each of your stories: how many, how long, or how much it changed.",
                    answers: area.answers, topic: area.topic))
        }
        statements = Array(statements.prefix(InterviewFeedback.mostStatements))
    }

    private mutating func addDrills(_ areas: InterviewAreas) {
        var count = 0
        for (habit, area) in areas.habits where count < Self.mostDrills {
            guard let drill = habit.drill, isNew(Self.aim(habit)) else { continue }
            statements.append(FeedbackStatement(drill, answers: area.answers, topic: area.topic))
            count += 1
        }
    }

    /// A tip for the first of the weakest sides whose tip is not among the exercises.
    private mutating func addWeakestSide(_ areas: InterviewAreas) {
        guard let (dimensions, area) = areas.weakestSides,
            let dimension = dimensions.first(where: { isNew(Self.aim($0)) })
        else { return }
        statements.append(
            FeedbackStatement(Self.tip(dimension), answers: area.answers, topic: dimension.topic))
    }

    /// Whether nothing with this aim has been told yet; from now on it has.
    private mutating func isNew(_ aim: Aim?) -> Bool { aim.map { aims.insert($0).inserted } ?? true }

    private static func aim(_ habit: DeliveryHabit) -> Aim? {
        switch habit.kind {
        case .pace: habit.pace == .slower ? .rehearsing : .slowingDown
        case .fastestStretch, .speedingUp: .slowingDown
        case .pauses: .countingPoints
        default: nil
        }
    }

    private static func aim(_ dimension: Dimension) -> Aim? {
        switch dimension {
        case .completeness: .countingPoints
        case .communication: .rehearsing
        case .relevance, .clarity, .technicalAccuracy: nil
        }
    }

    private static func tip(_ dimension: Dimension) -> String {
        switch dimension {
        case .relevance:
            "Take five seconds before you answer, and name the subject of the question in your first sentence."
        case .completeness:
            "Before you answer, think of three points, and say at the start how many there will be."
        case .clarity:
            "Practise with a plan of three parts: your answer in one sentence, the reasons, and a conclusion."
        case .technicalAccuracy:
            "Explain each term that you use in one sentence of your own, as to a new colleague."
        case .communication:
            "Say your answers aloud twice before the interview, and listen to a recording of the second time."
        }
    }
}
