import Evaluation

/// An expected point that no answer to its question, its follow-ups included, was found to make.
struct MissedPoint: Sendable, Hashable {
    let point: KeyPoint
    let question: Question
    /// The numbers of the turns that asked for it and were judged.
    let answers: [Int]
    /// Whether each of these answers was heard so well that the point would have been found.
    let isHeardWell: Bool

    /// Those of an interview, the most heavily weighted first, otherwise in the order of the questions.
    static func all(of interview: Interview) -> [MissedPoint] {
        var missed: [MissedPoint] = []
        for main in interview.turns.filter({ $0.followUp == nil }) {
            let all = interview.turns.filter { $0.question.id == main.question.id }
            let turns = all.filter { $0.finalTake?.evaluation?.overall != nil }
            guard !turns.isEmpty, !missed.contains(where: { $0.question.id == main.question.id }) else {
                continue
            }
            let evaluations = turns.compactMap { $0.finalTake?.evaluation }
            // An answer about a vague claim was not asked for any point and has no score; what it makes counts all the same.
            let claims = all.filter { $0.followUp?.claim != nil }.compactMap { $0.finalTake?.evaluation }
            let covered = Set(
                (evaluations + claims).flatMap { $0.keyPoints.filter(\.isCovered).map(\.id) })
            let isHeardWell = evaluations.allSatisfy { $0.hearing.level == .good }
            for point in main.question.rubric.keyPoints where !covered.contains(point.id) {
                // An answer to a follow-up on another point says nothing about this one.
                let asked = turns.filter { $0.followUp.map { $0.keyPointID == point.id } ?? true }
                guard !asked.isEmpty else { continue }
                missed.append(
                    MissedPoint(
                        point: point, question: main.question, answers: asked.map(\.number),
                        isHeardWell: isHeardWell))
            }
        }
        return missed.enumerated()
            .sorted { ($1.element.point.weight, $0.offset) < ($0.element.point.weight, $1.offset) }
            .map(\.element)
    }
}
