import Evaluation

/// How far scores agree with people's grades.
struct GradedAgreement {
    private let rows: [GradedTable.Row]
    private let scores: [Double]

    /// Judges all answers of a table.
    init(_ rows: [GradedTable.Row], judge: RubricEvaluator) {
        self.rows = rows
        scores = rows.map { row in
            let rubric = Rubric(
                question: row.question, keyPoints: [], sampleAnswers: [row.reference], kind: .technical)
            // An empty answer is worth nothing.
            return judge.evaluate(JudgedAnswer(typed: row.answer), against: rubric).overall ?? 0
        }
    }

    /// The figures as lines of a table: what, and how much.
    func lines(_ name: String) -> [[String]] {
        let grades = rows.map(\.grade)
        let words = rows.map { Double($0.answer.split(whereSeparator: \.isWhitespace).count) }
        let pairs = Array(zip(scores, grades))
        let figures: [(String, Double?)] = [
            ("Pearson", Correlation.of(pairs)),
            ("Spearman", Correlation.of(Array(zip(Ranks.of(scores), Ranks.of(grades))))),
            ("Pearson within questions", withinQuestions),
            ("root mean square error after a monotone map", MonotoneMap.error(pairs.map { ($0.0, $0.1) })),
            ("Pearson of the count of words alone", Correlation.of(Array(zip(words, grades)))),
        ]
        return figures.map { what, value in
            [name, what, value.map { Spread.text($0) } ?? "–", "\(rows.count) answers"]
        }
    }

    /// The correlation of what is left of scores and grades when the mean of each question is taken off.
    private var withinQuestions: Double? {
        var pairs: [(Double, Double)] = []
        for (_, places) in Dictionary(grouping: rows.indices, by: { rows[$0].question })
        where places.count > 1 {
            let count = Double(places.count)
            let score = places.reduce(0) { $0 + scores[$1] } / count
            let grade = places.reduce(0) { $0 + rows[$1].grade } / count
            pairs += places.map { (scores[$0] - score, rows[$0].grade - grade) }
        }
        return Correlation.of(pairs)
    }
}
