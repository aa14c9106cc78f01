import Delivery

/// A habit of delivery that answers can share. Too slow and too fast are two habits: what helps against one makes the other worse.
struct DeliveryHabit: Hashable {
    /// What it is about.
    let kind: Observation.Kind
    /// On which side of the band it is; `nil` for all but the pace.
    let pace: PaceBand?

    /// Those that a coach can call weaknesses, in the order of `Observation.Kind.allCases`.
    static let all = Observation.Kind.allCases.filter { DeliveryTheme($0) != nil }.flatMap { kind in
        let sides: [PaceBand?] = kind == .pace ? [.faster, .slower] : [nil]
        return sides.map { DeliveryHabit(kind: kind, pace: $0) }
    }

    /// An exercise; `nil` where there is none.
    var drill: String? {
        kind == .hedges
            ? "Answer again without \u{201C}I think\u{201D} and \u{201C}maybe\u{201D}; keep them for what you doubt."
            : Drill.texts(for: kind, pace: pace).first
    }

    /// Its place among the weaknesses of an answer, 0 for the most pressing, and what was said of it; `nil` where the answer does
    /// not have it.
    func place(in answer: FeedbackAnswer) -> (rank: Int, text: String, number: Int)? {
        guard pace == nil || pace == answer.pace else { return nil }
        let weaknesses = answer.delivery?.observations.filter { $0.judgement == .weakness } ?? []
        guard let rank = weaknesses.firstIndex(where: { $0.kind == kind }) else { return nil }
        return (rank, weaknesses[rank].text, answer.number)
    }
}
