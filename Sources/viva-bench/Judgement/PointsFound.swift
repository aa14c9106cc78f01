import Evaluation
import Interview

/// How far the statements of a bank's key points are found by what words and sentences mean, each in the sample answer to its own question, in
/// one of the same category and in one of another. It says nothing about agreement with people.
struct PointsFound {
    /// Whose sample answer a statement is looked for in.
    private enum Answer: CaseIterable { case own, sameCategory, otherCategory }

    /// The sorts of shares, by which points are told apart.
    private enum Sort: String, CaseIterable {
        case words, meaning
        case both = "words and meaning"

        func share(_ shares: PointShares) -> Double? {
            switch self {
            case .words: shares.words
            case .meaning: shares.meaning
            case .both: shares.both
            }
        }
    }

    private let shares: [Answer: [PointShares]]

    /// Looks for all statements of these questions with what a judge knows of language.
    init(_ questions: [Question], judge: RubricEvaluator) {
        let questions = questions.filter { !$0.sampleAnswers.isEmpty }
        let categories = questions.map(\.category)
        var shares: [Answer: [PointShares]] = [:]
        for (place, question) in questions.enumerated() {
            for answer in Answer.allCases {
                let other: Int? =
                    switch answer {
                    case .own: place
                    case .sameCategory: Self.sameCategory(place, categories)
                    case .otherCategory: Self.otherCategory(place, categories)
                    }
                guard let other else { continue }
                let text = JudgedAnswer(typed: questions[other].sampleAnswers[0])
                shares[answer, default: []] += judge.shares(of: question.rubric, in: text)
            }
        }
        self.shares = shares
    }

    /// The figures as lines of a table.
    var lines: [[String]] {
        Sort.allCases.flatMap { sort in
            let name = sort.rawValue
            let own = values(.own, sort)
            let same = values(.sameCategory, sort)
            let other = values(.otherCategory, sort)
            return [
                [
                    name, "own answer above one of another category (AUC)",
                    Self.text(Ranks.area(high: own, low: other)), Self.count(own, other),
                ],
                [
                    name, "own answer above another of its category (AUC)",
                    Self.text(Ranks.area(high: own, low: same)), Self.count(own, same),
                ],
                [
                    name, "share in the own answer, median", Self.text(Spread.quantile(own, 0.5)),
                    Self.count(own),
                ],
                [
                    name, "share in an answer of another category, median; one of twenty has more than",
                    "\(Self.text(Spread.quantile(other, 0.5))); \(Self.text(Spread.quantile(other, 0.95)))",
                    Self.count(other),
                ],
            ]
        }
    }

    /// The next question of the same category, from the end on to the first; `nil` when there is none.
    static func sameCategory(_ place: Int, _ categories: [String]) -> Int? {
        next(place + 1, categories) { $0 != place && categories[$0] == categories[place] }
    }

    /// The first question of another category from half of the bank further on; `nil` when there is none.
    static func otherCategory(_ place: Int, _ categories: [String]) -> Int? {
        next(place + categories.count / 2, categories) { categories[$0] != categories[place] }
    }

    private static func next(_ start: Int, _ categories: [String], _ isWanted: (Int) -> Bool) -> Int? {
        categories.indices.lazy.map { (start + $0) % categories.count }.first(where: isWanted)
    }

    /// What is known of the shares of one sort, in order.
    private func values(_ answer: Answer, _ sort: Sort) -> [Double] {
        (shares[answer] ?? []).compactMap(sort.share).sorted()
    }

    private static func text(_ figure: Double?) -> String { figure.map { Spread.text($0) } ?? "–" }

    private static func count(_ values: [Double]...) -> String {
        values.map { "\($0.count)" }.joined(separator: " and ") + " points"
    }
}
