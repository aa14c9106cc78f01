import Evaluation
import Interview
import Language
import Speech

/// How the judge takes recognition errors, parts of answers, and attempts to be scored without an answer. It says nothing about agreement with
/// people.
struct Robustness {
    private let answers: MadeAnswers
    private let places: [Int]
    private let judge: RubricEvaluator
    private let part: RubricPart
    /// Texts of the cases that are furthest beyond a limit are written as a note.
    private let showsExamples: Bool

    /// - Parameters:
    ///   - answers: the answers made from the bank.
    ///   - limitQuestions: how many questions are judged, spread evenly over the bank.
    ///   - part: what of the questions they are judged by.
    init(
        _ answers: MadeAnswers, limitQuestions: Int, judge: RubricEvaluator, part: RubricPart,
        showsExamples: Bool
    ) {
        self.answers = answers
        self.judge = judge
        self.part = part
        self.showsExamples = showsExamples
        places = Array(answers.questions.indices).evenlySpread(limitQuestions)
    }

    /// All figures as lines of a table.
    func lines(_ name: String, errors: RecognitionErrors, words: [String]) -> [[String]] {
        var errors = errors
        return ladder(name) + underErrors(name, &errors) + behaviours(name, words: words) + [long(name)]
    }

    private var count: String { "\(places.count) questions" }

    private func score(_ answer: JudgedAnswer, _ place: Int) -> Double {
        judge.evaluate(answer, against: part.of(answers.questions[place].rubric)).overall ?? 0
    }

    // MARK: Parts of an answer

    private static let shares = [1.0, 0.75, 0.5, 0.25]

    /// Whether more of the sample answer scores more.
    private func ladder(_ name: String) -> [[String]] {
        var (pairs, ordered) = (0, 0.0)
        var means = [Double](repeating: 0, count: Self.shares.count)
        for place in places {
            let texts = Self.shares.map { answers.part($0, of: place) }
            let scores = texts.map { score(JudgedAnswer(typed: $0), place) }
            for step in means.indices { means[step] += scores[step] / Double(places.count) }
            for more in texts.indices {
                for less in texts.indices.dropFirst(more + 1) where texts[more] != texts[less] {
                    pairs += 1
                    ordered += scores[more] > scores[less] ? 1 : scores[more] == scores[less] ? 0.5 : 0
                }
            }
        }
        return [
            [
                name, "100, 75, 50 and 25 % of the sample answer: pairs in order",
                Spread.text(ordered / Double(max(1, pairs))), "\(pairs) pairs",
            ],
            [
                name, "100, 75, 50 and 25 % of the sample answer: mean scores",
                means.map(Self.points).joined(separator: ", "), count,
            ],
        ]
    }

    // MARK: Recognition errors

    private enum Way: String, CaseIterable { case typed, spoken }

    private func underErrors(_ name: String, _ errors: inout RecognitionErrors) -> [[String]] {
        var lines: [[String]] = []
        for way in Way.allCases {
            let clean = places.map { rungs(at: $0, way, rate: 0, &errors) }
            for rate in [0, 0.1, 0.2, 0.3] {
                let noisy = rate == 0 ? clean : places.map { rungs(at: $0, way, rate: rate, &errors) }
                let scores = noisy.map { $0[0] }
                let changes = zip(scores, clean).map { abs($0 - $1[0]) }
                let ranks = zip(noisy, clean).compactMap {
                    Correlation.of(Array(zip(Ranks.of($0), Ranks.of($1))))
                }
                let passing = Double(scores.count { $0 >= 75 }) / Double(max(1, scores.count))
                lines.append([
                    name, "\(way.rawValue), \(Int(rate * 100)) % recognition errors",
                    "mean \(Self.points(Self.mean(scores))), change \(Self.points(Self.mean(changes))), ladder rank r \(Spread.text(Self.mean(ranks))), 75 and more \(Spread.text(passing))",
                    count,
                ])
            }
        }
        return lines
    }

    /// The scores of a ladder of answers: the sample answer and parts of it, a near and a far question's answer.
    private func rungs(at place: Int, _ way: Way, rate: Double, _ errors: inout RecognitionErrors) -> [Double]
    {
        let texts =
            Self.shares.map { answers.part($0, of: place) } + [answers.near(place), answers.far(place)]
        return texts.enumerated().map { step, text in
            var random = SplitMix64(seed: UInt64(place * 100 + step * 10) + UInt64(rate * 100))
            let answer =
                switch way {
                case .typed: typed(text, rate: rate, &errors, &random)
                case .spoken: spoken(text, rate: rate, &errors, &random)
                }
            return score(answer, place)
        }
    }

    private func typed(
        _ text: String, rate: Double, _ errors: inout RecognitionErrors, _ random: inout SplitMix64
    ) -> JudgedAnswer {
        // Sentences keep their ends, as a recogniser that writes punctuation gives them.
        let sentences = Sentences.split(text).map { sentence in
            errors.heard(MadeAnswers.words(of: sentence.text), rate: rate, &random).map(\.text).joined(
                separator: " ")
        }
        return JudgedAnswer(
            typed: rate == 0 ? text : sentences.filter { !$0.isEmpty }.joined(separator: ". ") + ".")
    }

    /// Confidences are drawn so that their mean follows the line measured for the recogniser (`Docs/Benchmarks.md`, What a word's confidence
    /// says): word error rate = 1.622 - 1.786 * mean confidence.
    private func spoken(
        _ text: String, rate: Double, _ errors: inout RecognitionErrors, _ random: inout SplitMix64
    ) -> JudgedAnswer {
        let said = MadeAnswers.words(of: text)
        let seconds = Double(said.count) / 132 * 60
        let heard = errors.heard(said, rate: rate, &random)
        let words = heard.enumerated().map { place, word in
            HeardWord(
                text: word.text, timeSeconds: Double(place) / Double(max(1, heard.count)) * seconds,
                confidence: word.isRight
                    ? Double.random(in: 0.82...0.996, using: &random)
                    : Double.random(in: 0.1...0.6, using: &random))
        }
        let mean = Self.mean(words.compactMap(\.confidence))
        return JudgedAnswer(
            spoken: words,
            delivery: SpokenDelivery(
                wordsPerMinute: 132, pauseShare: 0.15, medianPauseSeconds: 0.5, longestPauseSeconds: 1.5,
                fillersPerMinute: 2),
            durationSeconds: seconds, expectedWordErrorRate: min(1, max(0.02, 1.622 - 1.786 * mean)))
    }

    // MARK: Behaviours

    /// A sort of answer, what it may score at most, and what it is judged beside.
    private struct Behaviour {
        var name: String
        /// The most it may score, or what it may gain over `beside`; `nil` where it is reported only.
        var limit: Double?
        var texts: (Int) -> [String]
        var beside: ((Int) -> String)?

        init(
            _ name: String, limit: Double? = nil, text: @escaping (Int) -> String,
            beside: ((Int) -> String)? = nil
        ) {
            self.init(name, limit: limit, texts: { [text($0)] }, beside: beside)
        }

        init(
            _ name: String, limit: Double? = nil, texts: @escaping (Int) -> [String],
            beside: ((Int) -> String)? = nil
        ) {
            self.name = name
            self.limit = limit
            self.texts = texts
            self.beside = beside
        }
    }

    private func behaviours(_ name: String, words: [String]) -> [[String]] {
        all(words).map { behaviour in
            var cases: [(score: Double, text: String, place: Int)] = []
            for place in places {
                let base = behaviour.beside.map { score(JudgedAnswer(typed: $0(place)), place) } ?? 0
                for text in behaviour.texts(place) {
                    cases.append((score(JudgedAnswer(typed: text), place) - base, text, place))
                }
            }
            let scores = cases.map(\.score)
            var figure = "mean \(Self.points(Self.mean(scores))), worst \(Self.points(scores.max() ?? 0))"
            if let limit = behaviour.limit {
                let beyond = cases.filter { $0.score > limit + 1e-9 }
                figure +=
                    ", \(Int(limit)) or less \(Spread.text(1 - Double(beyond.count) / Double(max(1, cases.count))))"
                if showsExamples { note(name, behaviour.name, beyond) }
            } else {
                figure += ", least \(Self.points(scores.min() ?? 0))"
            }
            return [name, behaviour.name, figure, "\(cases.count) answers"]
        }
    }

    private func note(
        _ name: String, _ behaviour: String, _ beyond: [(score: Double, text: String, place: Int)]
    ) {
        for example in beyond.sorted(by: { $0.score > $1.score }).prefix(3) {
            ProgressNote.write(
                "\(name), \(behaviour): \(Self.points(example.score)) at \(answers.questions[example.place].id): \(example.text.prefix(400))"
            )
        }
    }

    private func all(_ words: [String]) -> [Behaviour] {
        let answers = answers
        func question(_ place: Int) -> String { answers.questions[place].text }
        let half = { (place: Int) in answers.part(0.5, of: place) }
        return [
            Behaviour("nothing", limit: 0, text: { _ in "" }),
            Behaviour(
                "\(MadeAnswers.refusals.count) ways not to know", limit: 5,
                texts: { _ in MadeAnswers.refusals }),
            Behaviour("the question", limit: 10, text: question),
            Behaviour(
                "the question twice and a filler", limit: 10,
                text: {
                    "\(question($0)) That is a very good question, let me think about it for a moment. \(question($0))"
                }),
            Behaviour("the question in another order", limit: 10, text: answers.turned),
            Behaviour("keywords in a row", limit: 40, text: { answers.keywords($0, between: " ") }),
            Behaviour(
                "keywords with \"and\" between", limit: 40, text: { answers.keywords($0, between: " and ") }),
            Behaviour("a near question's answer (reported)", text: answers.near),
            Behaviour("a far question's answer", limit: 30, text: answers.far),
            Behaviour("gibberish: keys", limit: 5, text: answers.keyboard),
            Behaviour(
                "gibberish: the sample answer's letters shuffled", limit: 5, text: answers.shuffledLetters),
            Behaviour(
                "gibberish: random dictionary words", limit: 5,
                text: { place in
                    var random = SplitMix64(seed: UInt64(place))
                    return (0..<60).map { _ in words.randomElement(using: &random) ?? "word" }.joined(
                        separator: " ")
                }),
            Behaviour("the sample answer negated (reported)", text: answers.negated),
            Behaviour("the sample answer as it is (reported)", text: answers.sample),
            Behaviour(
                "the sample answer and 50 sentences of other subjects (reported)",
                text: { answers.padded($0, sentences: 50) }),
            Behaviour(
                "the sample answer five times, gain over once", limit: 2,
                text: { place in
                    [String](repeating: answers.sample(place), count: 5).joined(separator: " ")
                }, beside: answers.sample),
            Behaviour("\"index.\" (reported)", text: { _ in "index." }),
            Behaviour(
                "\(MadeAnswers.injections.count) injections", limit: 5, texts: { _ in MadeAnswers.injections }
            ),
            Behaviour(
                "half an answer and an injection, gain over half", limit: 2,
                texts: { place in MadeAnswers.injections.map { "\(half(place)) \($0)" } }, beside: half),
        ]
    }

    /// An answer of a megabyte: the sample answer and all others again and again.
    private func long(_ name: String) -> [String] {
        var text = answers.padded(places[0], sentences: 2000)
        while text.utf8.count < 1_000_000 { text += " " + text }
        text = String(text.prefix(1_000_000))
        let start = ProcessorTime.seconds
        let points = score(JudgedAnswer(typed: text), places[0])
        return [
            name, "an answer of one megabyte",
            "\(Self.points(points)) in \(Self.points(ProcessorTime.seconds - start)) s", "1 question",
        ]
    }

    private static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }

    private static func points(_ value: Double) -> String { FixedPoint(value, places: 1).description }
}
