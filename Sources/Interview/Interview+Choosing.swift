import Evaluation

extension Interview {
    /// The questions put so far with their results, as a chooser wants them; follow-ups are not questions of the
    /// bank.
    public var results: [AskedQuestion] {
        turns.filter { $0.followUp == nil }.map {
            AskedQuestion(id: $0.question.id, overall: $0.finalTake?.score)
        }
    }

    /// The follow-up that the current question calls for: its last answer was judged, its main answer left out a key point that no
    /// follow-up has brought out since or claimed something vague, that was not asked about, and the question has not had its share
    /// yet. What comes first is said in `Docs/Questions.md`.
    public var followUpDue: (question: Question, followUp: FollowUp?, reason: String)? {
        guard phase == .reviewing, let current, isHeard(current),
            let main = mainTurn, let answer = main.finalTake?.evaluation, answer.overall != nil
        else { return nil }
        let question = current.question
        let family = turns.filter { $0.plannedNumber == main.plannedNumber }
        let past = family.compactMap(\.followUp)
        guard past.count < plan.followUpLimit else { return nil }
        // A follow-up is judged by one point alone, so what is missing is known from the main answer.
        let covered = Set(
            family.compactMap(\.finalTake?.evaluation)
                .flatMap { $0.keyPoints.filter(\.isCovered).map(\.id) })
        let missed = Set(answer.keyPoints.map(\.id)).subtracting(covered)
        let points = question.keyPoints.filter { missed.contains($0.id) }.sorted { $0.weight > $1.weight }
        let claim = Self.claim(among: answer.vagueClaims ?? [], notIn: past)
        let isFirst = { (point: KeyPoint) in claim.map { question.asks(point, before: $0) } ?? true }
        return Self.followUp(on: points.filter(isFirst), of: question, notIn: past)
            ?? claim.map {
                (
                    question, FollowUp(claim: $0, to: question.kind),
                    "A follow-up, because the answer claimed this without carrying it."
                )
            } ?? Self.followUp(on: points.filter { !isFirst($0) }, of: question, notIn: past)
    }

    /// The question at hand, or that which it follows up on.
    public var mainTurn: Turn? {
        guard let current else { return nil }
        return turns.last { $0.followUp == nil && $0.plannedNumber == current.plannedNumber }
    }

    /// Whether the last answer to a turn was heard and judged. One to a question about a vague claim has no score.
    private func isHeard(_ turn: Turn) -> Bool {
        guard let evaluation = turn.finalTake?.evaluation else { return false }
        return evaluation.overall != nil
            || turn.followUp?.claim != nil && evaluation.hearing.level != .notEnough
    }

    /// The claim to ask about: results before actions, these before generalities, and otherwise the first. One question about
    /// a claim is enough for an answer.
    private static func claim(among claims: [VagueClaim], notIn past: [FollowUp]) -> VagueClaim? {
        guard past.allSatisfy({ $0.claim == nil }) else { return nil }
        return claims.first { $0.sort.isResult } ?? claims.first { $0.sort == .action } ?? claims.first
    }

    /// The next of the bank's follow-ups on the first of some points that has one left.
    private static func followUp(
        on points: [KeyPoint], of question: Question, notIn past: [FollowUp]
    ) -> (question: Question, followUp: FollowUp?, reason: String)? {
        for point in points {
            // Counted, not compared: in the place of a follow-up of the bank another one on the point may have been
            // asked.
            let asked = past.count { $0.keyPointID == point.id }
            let unasked = question.followUps.filter { $0.keyPointID == point.id }.dropFirst(asked).first
            guard let followUp = unasked else { continue }
            return (
                question, followUp, "A follow-up, because the answer did not mention this: \(point.statement)"
            )
        }
        return nil
    }
}

extension Question {
    /// Whether a point that was left out is asked for before a vague claim. In a story a vague result or action comes before all but
    /// the points that weigh more than the mean; elsewhere a claim comes after every point that weighs as much as the mean.
    fileprivate func asks(_ point: KeyPoint, before claim: VagueClaim) -> Bool {
        let mean = keyPoints.reduce(0) { $0 + $1.weight } / Double(max(1, keyPoints.count))
        // Sums of weights such as 0.1 are not exact.
        let margin = 1e-9 * mean
        let isStory = kind == .behavioural || kind == .situational
        return isStory && claim.sort != .generality
            ? point.weight > mean + margin : point.weight >= mean - margin
    }
}
