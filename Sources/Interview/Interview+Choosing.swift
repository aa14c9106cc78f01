import Evaluation

extension Interview {
    /// The questions put so far with their results, as a chooser wants them; follow-ups are not questions of the bank.
    public var results: [AskedQuestion] {
        turns.filter { $0.followUp == nil }.map {
            AskedQuestion(id: $0.question.id, overall: $0.finalTake?.evaluation?.overall)
        }
    }

    /// The follow-up that the last answer calls for: it was judged, it left out a key point that has one, and the
    /// question has not had its share yet. Heavier key points come first.
    public var followUpDue: (question: Question, followUp: FollowUp?, reason: String)? {
        guard phase == .reviewing, let question = current?.question,
            let evaluation = current?.finalTake?.evaluation, evaluation.overall != nil
        else { return nil }
        let past = turns.filter { $0.question.id == question.id }.compactMap(\.followUp)
        guard past.count < plan.followUpLimit else { return nil }
        let missed = Set(evaluation.keyPoints.filter { !$0.isCovered }.map(\.id))
        let points = question.keyPoints.filter { missed.contains($0.id) }.sorted { $0.weight > $1.weight }
        for point in points {
            guard let followUp = question.followUps.first(where: { $0.keyPointID == point.id }),
                !past.contains(followUp)
            else { continue }
            return (
                question, followUp, "A follow-up, because the answer did not mention this: \(point.statement)"
            )
        }
        return nil
    }
}
