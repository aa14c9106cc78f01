import Evaluation
import Interview
import Language
import Speech

/// How the judge acts on answers made from the questions of a bank. It says nothing about agreement with people.
struct BankBehaviour {
    private let questions: [Question]
    private let judge: RubricEvaluator
    private let part: RubricPart

    /// Judges what is made from these questions.
    ///
    /// - Parameter part: what of the questions they are judged by.
    init(_ questions: [Question], judge: RubricEvaluator, part: RubricPart) {
        self.questions = questions.filter { !$0.sampleAnswers.isEmpty }
        self.judge = judge
        self.part = part
    }

    /// The figures as lines of a table.
    func lines(_ name: String) -> [[String]] {
        let own = scores { question, _ in question.sampleAnswers[0] }
        // Half of the bank further on stands another subject.
        let other = scores { _, place in
            questions[(place + questions.count / 2) % questions.count].sampleAnswers[0]
        }
        let cases: [(String, [Double], Double)] = [
            ("another question's answer", other, 30),
            ("the question repeated", scores { question, _ in "\(question.text) \(question.text)" }, 10),
            (
                "keywords", scores { question, _ in Self.keywords(of: question) }, 40
            ),
            ("I do not know", scores { _, _ in "I'm sorry, I don't know." }, 5),
            ("gibberish", scores { _, place in gibberish(place) }, 5),
        ]
        let area = Ranks.area(high: own, low: other)
        return [
            [
                name, "sample answers on their own question: 75 and more",
                share(own, beside: "least \(Spread.text(own.min() ?? 0))") { $0 >= 75 }, count,
            ],
            [name, "own above another question's answer (AUC)", area.map { Spread.text($0) } ?? "–", count],
        ]
            + cases.map { what, scores, limit in
                [
                    name, "\(what): \(Int(limit)) or less",
                    share(scores, beside: "most \(Spread.text(scores.max() ?? 0))") { $0 <= limit }, count,
                ]
            }
    }

    /// The words with content of the first two variants of each point, and nothing between them.
    private static func keywords(of question: Question) -> String {
        var words: [String] = []
        for point in question.keyPoints {
            for variant in point.variants.prefix(2) where !variant.contains("{") {
                words += variant.split(separator: " ").map(String.init).filter {
                    !StopWords.isEmpty($0.lowercased())
                }
            }
        }
        return words.joined(separator: ", ")
    }

    private var count: String { "\(questions.count) questions" }

    private func share(_ scores: [Double], beside extreme: String, _ isFine: (Double) -> Bool) -> String {
        guard !scores.isEmpty else { return "–" }
        return "\(Spread.text(Double(scores.count(where: isFine)) / Double(scores.count))) (\(extreme))"
    }

    private func scores(_ answer: (Question, Int) -> String) -> [Double] {
        questions.enumerated().map { place, question in
            judge.evaluate(JudgedAnswer(typed: answer(question, place)), against: part.of(question.rubric))
                .overall ?? 0
        }
    }

    private func gibberish(_ place: Int) -> String {
        var random = SplitMix64(seed: UInt64(place))
        return (0..<30).map { _ in
            String(
                (0..<Int.random(in: 3...8, using: &random)).map { _ in
                    "bcdfghjklmnpqrstvwxz".randomElement(using: &random) ?? "x"
                })
        }.joined(separator: " ")
    }
}
