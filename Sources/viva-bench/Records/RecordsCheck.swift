import Evaluation
import Interview
import Records

/// Some figures of the database against the same added up from what was drawn.
struct RecordsCheck {
    let records: Records
    let drawn: [DrawnInterview]
    let load: RecordsLoad

    /// What does not agree; empty when all does.
    func differences() async throws -> [String] {
        var found: [String] = []
        func compare(_ name: String, _ database: Double?, _ counted: Double?) {
            let isSame =
                database.flatMap { first in counted.map { abs(first - $0) < 1e-6 } }
                ?? (database == nil && counted == nil)
            if !isSame {
                found.append(
                    "\(name): the database says \(database.map(\.description) ?? "nothing"), the count is "
                        + "\(counted.map(\.description) ?? "nothing")")
            }
        }
        let figures = try await records.statistics()
        let completed = drawn.filter { $0.state == "completed" }
        let answers = drawn.flatMap(\.answers).filter { !$0.isFollowUp }
        compare("interviews", Double(figures.interviews), Double(drawn.count))
        compare("completed", Double(figures.count(.completed)), Double(completed.count))
        compare("questions answered", Double(figures.questionsAnswered), Double(answers.count))
        compare("mean score", figures.meanOverall, Self.mean(completed.compactMap(\.overall)))
        compare(
            "mean minutes", figures.meanDurationMinutes,
            Self.mean(completed.compactMap(\.seconds)).map { $0 / 60 })

        let areas = try await records.weakAreas()
        for (place, dimension) in Dimension.allCases.enumerated() {
            compare(
                dimension.rawValue, areas.dimensions.first { $0.dimension == dimension }?.mean,
                Self.mean(answers.map { $0.dimensions[place] }))
        }
        for (place, category) in DrawnInterview.categories.enumerated() {
            let scores = answers.filter { $0.question % DrawnInterview.categories.count == place }
                .compactMap(\.score)
            compare(category, areas.categories.first { $0.name == category }?.mean, Self.mean(scores))
        }
        let ranks = [20, 500, 15_000]
        for (rank, counted) in zip(ranks, answersSaying(ranks)) {
            let found = try await records.search(DrawnText.word(rank), page: .skipping(0, count: 1)).total
            compare("answers with \(DrawnText.word(rank))", found.map(Double.init), Double(counted))
        }
        let pairs = pairsOfQuestions()
        for question in try await records.questionEffectiveness(limit: 500) {
            guard let number = Int(question.question.dropFirst()) else { continue }
            let counted = pairs[number] ?? []
            compare(
                "discrimination of \(question.question)", question.discrimination,
                counted.count < QuestionEffectiveness.answersForDiscrimination
                    ? nil : Correlation.of(counted))
        }
        return found
    }

    /// In how many answers each word was said.
    private func answersSaying(_ ranks: [Int]) -> [Int] {
        var counts = ranks.map { _ in 0 }
        for (place, interview) in drawn.enumerated() {
            for answer in interview.answers {
                let said = Set(DrawnText.ranks(ofTurn: load.turn(place + 1, answer), seed: load.seed))
                for (place, rank) in ranks.enumerated() where said.contains(rank) { counts[place] += 1 }
            }
        }
        return counts
    }

    /// The scores of each question beside the mean of the other scores of the same interview.
    private func pairsOfQuestions() -> [Int: [(Double, Double)]] {
        var pairs: [Int: [(Double, Double)]] = [:]
        for interview in drawn {
            let scored = interview.answers.filter { !$0.isFollowUp && $0.score != nil }
            for (place, answer) in scored.enumerated() {
                let rest = scored.enumerated().filter { $0.offset != place }.compactMap(\.element.score)
                guard let score = answer.score, let mean = Self.mean(rest) else { continue }
                pairs[answer.question, default: []].append((score, mean))
            }
        }
        return pairs
    }

    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
}
