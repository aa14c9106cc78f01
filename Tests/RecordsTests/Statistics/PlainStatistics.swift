import Evaluation
import FoundationEssentials
import Interview

/// Statistics of interviews as one would add them up by hand: what the database is held against.
struct PlainStatistics {
    let all: [MadeInterviews.Kept]

    /// A question that was put, with the last answer to it.
    struct Answer {
        var interview: Int64
        var turn: Turn
        var take: Take?
    }

    var interviews: [Interview] { all.map(\.interview) }
    var completed: [Interview] { interviews.filter { $0.state == .completed } }
    /// The completed ones in the order of time.
    var ordered: [MadeInterviews.Kept] {
        all.filter { $0.interview.state == .completed }
            .sorted { ($0.interview.heldAt, $0.number) < ($1.interview.heldAt, $1.number) }
    }
    /// The completed ones with a score, in the order of time.
    var scored: [MadeInterviews.Kept] { ordered.filter { $0.interview.score != nil } }
    /// All questions but follow-ups.
    var answers: [Answer] {
        all.flatMap { kept in
            kept.interview.turns.filter { $0.followUp == nil }
                .map { Answer(interview: kept.number, turn: $0, take: $0.finalTake) }
        }
    }

    static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    var trend: Trend? {
        guard let way = scored.compactMap({ InterviewJudging(of: $0.interview) }).last else { return nil }
        return Trend(
            of: scored.filter { InterviewJudging(of: $0.interview) == way }.compactMap(\.interview.score))
    }

    /// How often each role was wanted, in small letters.
    var roles: [String: Int] {
        Dictionary(
            interviews.compactMap { $0.plan.preferences.role?.lowercased() }.map { ($0, 1) },
            uniquingKeysWith: +)
    }

    func categoryScores() -> [String: [Double]] {
        Dictionary(grouping: answers.filter { $0.take?.score != nil }, by: \.turn.question.category)
            .mapValues { $0.compactMap { $0.take?.score } }
    }

    func skillScores() -> [String: [Double]] {
        var scores: [String: [Double]] = [:]
        for kept in scored {
            for wanted in kept.interview.plan.preferences.skills?.skills ?? [] {
                scores[wanted.skill.name.lowercased(), default: []] += [kept.interview.score].compactMap(
                    \.self)
            }
        }
        return scores
    }

    /// The days with practice, by the clock of `utcOffsetMinutes`.
    func days(utcOffsetMinutes: Int) -> [Int] {
        interviews.filter { $0.turns.contains { $0.followUp == nil && !$0.takes.isEmpty } }
            .map {
                Int(
                    (($0.heldAt.timeIntervalSince1970 + Double(utcOffsetMinutes) * 60) / 86_400).rounded(
                        .down))
            }
    }

    /// The scores of a question beside the mean of the other scores of the same interview.
    func pairs(_ question: String) -> [(score: Double, rest: Double)] {
        let byInterview = Dictionary(grouping: answers.filter { $0.take?.score != nil }, by: \.interview)
        return byInterview.values.flatMap { answers in
            answers.enumerated().filter { $0.element.turn.question.id == question }.compactMap {
                place, answer in
                let rest = answers.enumerated().filter { $0.offset != place }
                    .compactMap { $0.element.take?.score }
                guard let score = answer.take?.score, let mean = Self.mean(rest) else { return nil }
                return (score, mean)
            }
        }
    }

    /// Pearson's correlation by its definition.
    static func correlation(_ pairs: [(score: Double, rest: Double)]) -> Double? {
        guard let meanX = mean(pairs.map(\.score)), let meanY = mean(pairs.map(\.rest)) else { return nil }
        let spreadX = pairs.reduce(0) { $0 + ($1.score - meanX) * ($1.score - meanX) }
        let spreadY = pairs.reduce(0) { $0 + ($1.rest - meanY) * ($1.rest - meanY) }
        guard spreadX > 1e-9, spreadY > 1e-9 else { return nil }
        let both = pairs.reduce(0) { $0 + ($1.score - meanX) * ($1.rest - meanY) }
        return both / (spreadX * spreadY).squareRoot()
    }
}
