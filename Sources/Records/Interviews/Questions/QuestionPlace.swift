import Interview

/// A question of an interview by what its row says, in the order of the interview.
struct QuestionPlace: Hashable {
    /// The id of the question.
    var key: String
    /// Its number among those that were put; `nil` for one that is only planned.
    var turn: Int?
    /// Whether it follows up on an answer.
    var isFollowUp: Bool

    /// Those of an interview: as they were settled, each with its follow-ups behind it, and then those that were put besides.
    static func all(of interview: Interview) -> [QuestionPlace] {
        let mains = interview.turns.filter { $0.followUp == nil }
        let fixed = interview.plan.fixed ?? []
        var left = mains
        let settled = fixed.flatMap { question -> [QuestionPlace] in
            guard let index = left.firstIndex(where: { $0.question.id == question.id }) else {
                return [QuestionPlace(key: question.id, turn: nil, isFollowUp: false)]
            }
            return places(of: left.remove(at: index), interview)
        }
        return settled + left.flatMap { places(of: $0, interview) }
    }

    private static func places(of turn: Turn, _ interview: Interview) -> [QuestionPlace] {
        let family = interview.turns.filter { $0.followUp != nil && $0.plannedNumber == turn.plannedNumber }
        return ([turn] + family).map {
            QuestionPlace(key: $0.question.id, turn: $0.number, isFollowUp: $0.followUp != nil)
        }
    }
}
