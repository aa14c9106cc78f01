import Evaluation

extension Interview {
    /// The questions put so far with their results, as a chooser wants them; follow-ups are not questions of the
    /// bank.
    public var results: [AskedQuestion] {
        turns.filter { $0.followUp == nil }.map {
            AskedQuestion(id: $0.question.id, overall: $0.finalTake?.evaluation?.overall)
        }
    }

    /// The follow-up that the current question calls for: its last answer was judged, the main answer left out a key
    /// point that no follow-up has brought out since, there is a follow-up on it that was not asked, and the question
    /// has not had its share yet. Heavier key points come first.
    public var followUpDue: (question: Question, followUp: FollowUp?, reason: String)? {
        guard phase == .reviewing, let question = current?.question,
            current?.finalTake?.evaluation?.overall != nil,
            let main = turns.lastIndex(where: { $0.followUp == nil }),
            let answer = turns[main].finalTake?.evaluation, answer.overall != nil
        else { return nil }
        let past = turns[main...].compactMap(\.followUp)
        guard past.count < plan.followUpLimit else { return nil }
        // A follow-up is judged by one point alone, so what is missing is known from the main answer.
        let covered = Set(
            turns[main...].compactMap(\.finalTake?.evaluation)
                .flatMap { $0.keyPoints.filter(\.isCovered).map(\.id) })
        let missed = Set(answer.keyPoints.map(\.id)).subtracting(covered)
        let points = question.keyPoints.filter { missed.contains($0.id) }.sorted { $0.weight > $1.weight }
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
