import Delivery
import Evaluation

/// How to prepare for the next interview: what helps with the areas to work on.
struct PreparationTips {
    let statements: [FeedbackStatement]

    init(_ areas: InterviewAreas, unheard: [Turn]) {
        var tips: [FeedbackStatement] = []
        if !unheard.isEmpty {
            tips.append(
                FeedbackStatement(
                    "Before the next interview, record a sentence and listen to it: the microphone or its level may be "
                        + "why words were not heard.", answers: unheard.map(\.number)))
        }
        tips += areas.habits.prefix(2).compactMap { kind, area in
            Self.drill(kind, isSlow: areas.isSlow).map {
                FeedbackStatement($0, answers: area.answers, topic: area.topic)
            }
        }
        if let area = areas.weakestDimension, let dimension = area.topic.flatMap(Dimension.init) {
            tips.append(
                FeedbackStatement(Self.tip(dimension), answers: area.answers, topic: area.topic))
        }
        tips += areas.missingParts.prefix(2).map { part, area in
            FeedbackStatement(part.advice, answers: area.answers, topic: area.topic)
        }
        if let area = areas.withoutExample {
            tips.append(
                FeedbackStatement(
                    "For each subject of your trade keep one example from your own work ready, in two sentences.",
                    answers: area.answers, topic: area.topic))
        }
        if let area = areas.withoutFigure {
            tips.append(
                FeedbackStatement(
                    "Look up one figure for each of your stories: how many, how long, or how much it changed.",
                    answers: area.answers, topic: area.topic))
        }
        statements = Array(tips.prefix(InterviewFeedback.mostStatements))
    }

    /// An exercise for a habit; `nil` where there is none.
    static func drill(_ kind: Observation.Kind, isSlow: Bool) -> String? {
        if kind == .pace, isSlow {
            return "Rehearse the same answer aloud, three times in a row, until it flows."
        }
        return kind == .hedges
            ? "Answer again without \u{201C}I think\u{201D} and \u{201C}maybe\u{201D}; keep them for what you doubt."
            : Drill.texts(for: kind).first
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
