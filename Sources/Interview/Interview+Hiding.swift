import Evaluation

extension Interview {
    /// The same without what is expected of answers, in its questions and in what the judge says of answers; scores stay.
    public var withoutExpectations: Interview { with(turns: turns.map(\.withoutExpectations)) }
}

extension Turn {
    /// The same without what is expected of answers.
    public var withoutExpectations: Turn {
        var turn = self
        turn.question = question.withoutExpectations
        turn.takes = takes.map(\.withoutExpectations)
        return turn
    }
}

extension Take {
    /// The same without what is expected of it.
    public var withoutExpectations: Take {
        var take = self
        if case .judged(let analysis, let evaluation) = progress {
            take.progress = .judged(analysis: analysis, evaluation: evaluation.withoutExpectations)
        }
        take.corrections = corrections?.map { correction in
            var correction = correction
            correction.evaluation = correction.evaluation.withoutExpectations
            return correction
        }
        return take
    }
}
