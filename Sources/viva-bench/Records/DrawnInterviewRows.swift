import Evaluation
import SQL
import Speech

/// A drawn interview as the rows of the tables.
struct DrawnInterviewRows {
    private let interviewBody: String
    private let turnBody: String
    private let takeBody: String

    /// Rows whose bodies are of letters that hardly get shorter when they are packed.
    init(bodyBytes: Int) {
        var random = SplitMix64(seed: 1)
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
        let text = String(
            (0..<max(bodyBytes, 1)).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
        func body(_ count: Int) -> String { "{\"drawn\":\"\(text.prefix(count))\"}" }
        interviewBody = body(bodyBytes / 3)
        turnBody = body(bodyBytes / 5)
        takeBody = body(bodyBytes)
    }

    static let interviewColumns: [StaticString] = [
        "id", "uuid", "revision", "title", "kind", "mode", "medium", "level", "role", "role_folded",
        "organization_id",
        "candidate_id", "interviewer_id", "template_id", "state", "held_at", "started_at", "ended_at",
        "duration_seconds", "question_count", "asked_count", "answered_count", "answered_follow_ups",
        "waiting_count", "judging", "overall", "label", "relevance", "completeness", "clarity",
        "technical_accuracy", "communication", "words_per_minute", "fillers_per_minute", "pauses_per_minute",
        "body", "created_at", "updated_at",
    ]

    func interview(_ drawn: DrawnInterview, _ id: Int) -> [any SQLConvertible] {
        let held = drawn.heldAtSeconds * 1000
        let isBegun = !drawn.answers.isEmpty
        let means = (0..<5).map { place -> Double? in
            isBegun
                ? drawn.answers.reduce(0) { $0 + $1.dimensions[place] } / Double(drawn.answers.count) : nil
        }
        let plain = drawn.answers.count { !$0.isFollowUp }
        let spread = Double(id % 37)
        let values: [any SQLConvertible] = [
            id, "i\(id)", 1, "Interview \(id)", drawn.kind, "practice", "voice", drawn.level, drawn.role,
            drawn.role?.lowercased(),
            drawn.organization.map { $0 + 1 }, drawn.candidate + 1,
            drawn.interviewer.map { $0 + DrawnInterview.candidateCount + 1 }, drawn.template.map { $0 + 1 },
            drawn.state, held, isBegun ? held : nil as Int?, drawn.seconds.map { held + Int($0 * 1000) },
            drawn.seconds,
        ]
        let figures: [any SQLConvertible] = [
            5, drawn.answers.count, plain, drawn.answers.count - plain, drawn.answers.count(where: \.waits),
            isBegun ? drawn.judging : nil as String?, drawn.overall,
            PerformanceLabel(score: drawn.overall)?.rawValue,
        ]
        let delivery: [any SQLConvertible] = [
            isBegun ? 110 + spread : nil as Double?, isBegun ? spread / 9 : nil as Double?,
            isBegun ? 5 + spread / 4 : nil as Double?, interviewBody, held, held,
        ]
        return values + figures + means + delivery
    }

    /// What stands beside the label of an interview.
    static let labelColumns: [StaticString] = [
        "held_at", "state", "kind", "level", "mode", "role_folded", "waiting_count", "overall",
    ]

    func label(_ label: String, _ drawn: DrawnInterview, _ id: Int) -> [any SQLConvertible] {
        [
            id, label, drawn.heldAtSeconds * 1000, drawn.state, drawn.kind, drawn.level, "practice",
            drawn.role?.lowercased(), drawn.answers.count(where: \.waits), drawn.overall,
        ]
    }

    static let turnColumns: [StaticString] = [
        "id", "interview_id", "number", "planned_number", "is_follow_up", "question_id", "question_key",
        "kind",
        "category", "level", "text", "body",
    ]

    func turn(_ answer: DrawnInterview.Answer, _ interview: Int, turn: Int, _ level: String)
        -> [any SQLConvertible]
    {
        [
            turn, interview, answer.number, answer.number, answer.isFollowUp, answer.question + 1,
            "q\(answer.question)", "technical", RecordsLoad.category(of: answer.question), level,
            "What is question \(answer.question)?", turnBody,
        ]
    }

    static let takeColumns: [StaticString] = [
        "turn_id", "interview_id", "number", "is_final", "medium", "state", "text", "received_at", "seconds",
        "overall", "relevance", "completeness", "clarity", "technical_accuracy", "communication", "sentiment",
        "needs_review", "words_per_minute", "fillers_per_minute", "pauses_per_minute", "body",
    ]

    /// The attempts at an answer, the last one with its figures.
    func takes(_ answer: DrawnInterview.Answer, _ interview: Int, turn: Int, at seconds: Int)
        -> [[any SQLConvertible]]
    {
        let numbers = answer.isSecondTake ? [1, 2] : [1]
        return numbers.map { number in
            let isFinal = number == numbers.last
            let head: [any SQLConvertible] = [
                turn, interview, number, isFinal, "spoken", "judged", String(takeBody.prefix(300)),
                (seconds + answer.number * 60) * 1000, 45.0, isFinal ? answer.score : 20.0,
            ]
            return head + answer.dimensions
                + ["neutral", isFinal && answer.waits, 130.0, 2.0, 8.0, takeBody] as [any SQLConvertible]
        }
    }
}
