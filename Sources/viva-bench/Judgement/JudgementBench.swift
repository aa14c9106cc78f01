import ArgumentParser
import Evaluation
import Interview
import Meaning
import Recognition
import Storage

/// How the judge acts, how fast it is, and how far it agrees with people where their grades are given.
struct JudgementBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "judgement",
        abstract: "How the judge of answers acts, how fast it is and how far it agrees with grades.",
        discussion: """
            Behaviour is that on answers made from the questions of a bank, and proves nothing about agreement with people. For that,
            give grades: a CSV file with the columns question, reference, answer and grade.

            EXAMPLES
              viva-bench judgement
              viva-bench judgement --points
              viva-bench judgement --robustness --questions-judged 40 --examples
              viva-bench judgement --graded grades.csv
            """)

    @Option(help: "The folder of the question bank.") var questions = "questions"
    @Option(help: "Graded answers.") var graded: String?
    @Flag(
        help:
            "How the judge takes recognition errors, parts of answers and attempts to be scored without an answer."
    )
    var robustness = false
    @Flag(help: "How far points are found by words and by meaning in their own sample answer and in others.")
    var points = false
    @Option(help: "With --robustness: how many questions are judged, spread over the bank.")
    var questionsJudged = Int.max
    @Flag(help: "With --robustness: tell the answers that are furthest beyond each limit.") var examples =
        false
    @Option(help: "With --robustness: the pronunciation dictionary that errors are made with.")
    var dictionary = PocketSphinxModel.installed().dictionaryPath

    /// How often the speed is measured.
    private static let runs = 15

    func run() async throws {
        let meaning = try InstalledMeaning()
        var judges: [(name: String, judge: RubricEvaluator)] = [("letters", RubricEvaluator())]
        if meaning.thesaurus != nil || meaning.vectors != nil {
            let tools = JudgementTools(thesaurus: meaning.thesaurus, vectors: meaning.vectors)
            judges.append(("words", RubricEvaluator(tools: tools)))
        }
        if meaning.encoder != nil {
            let tools = JudgementTools(
                thesaurus: meaning.thesaurus, vectors: meaning.vectors, encoder: meaning.encoder)
            judges.append(("all layers", RubricEvaluator(tools: tools)))
        }
        var lines: [[String]] = []
        if let graded {
            let rows = try GradedTable(path: graded).rows
            for (name, judge) in judges {
                ProgressNote.write("grades, \(name)")
                lines += GradedAgreement(rows, judge: judge).lines(name)
            }
        } else if points {
            lines += try pointsFound(by: judges.dropFirst().last?.judge)
        } else if robustness {
            lines += try robustness(judges)
        } else {
            let bank = try QuestionBankFile.load(directory: questions)
            for part in RubricPart.allCases {
                for (name, judge) in judges {
                    let title = "\(part.rawValue), \(name)"
                    ProgressNote.write("behaviour, \(title)")
                    lines += BankBehaviour(bank.questions, judge: judge, part: part).lines(title)
                    lines.append(speed(title, judge, part: part))
                }
            }
        }
        print(MarkdownTable.text(head: ["judged by", "measure", "figure", "of"], lines: lines, labels: 2))
    }

    /// What `--points` measures, by the judge that knows most.
    private func pointsFound(by judge: RubricEvaluator?) throws -> [[String]] {
        guard let judge else {
            throw ValidationError(
                "--points compares what words mean, for which neither WordNet nor the encoder is installed: apt-get install wordnet-base; viva models install \(InstalledMeaning.modelName)"
            )
        }
        let bank = try QuestionBankFile.load(directory: questions)
        ProgressNote.write("points of \(bank.questions.count) questions")
        return PointsFound(bank.questions, judge: judge).lines
    }

    /// What `--robustness` measures: by key points, and as on a sheet with each judge.
    private func robustness(_ judges: [(name: String, judge: RubricEvaluator)]) throws -> [[String]] {
        let answers = MadeAnswers(
            try QuestionBankFile.load(directory: questions).questions.filter { !$0.sampleAnswers.isEmpty })
        let said = Set(answers.questions.indices.flatMap { MadeAnswers.words(of: answers.sample($0)) })
        let alikes = try SoundAlikes(dictionary: dictionary, likely: said)
        let errors = RecognitionErrors(alikes: alikes, others: said)
        func lines(_ name: String, _ judge: RubricEvaluator, _ part: RubricPart) -> [[String]] {
            ProgressNote.write("robustness, \(name)")
            return Robustness(
                answers, limitQuestions: questionsJudged, judge: judge, part: part,
                showsExamples: examples
            ).lines(name, errors: errors, words: alikes.allWords)
        }
        return [RubricPart.points, .modelAnswers].flatMap { part in
            judges.flatMap { lines("\(part.rawValue), \($0.name)", $0.judge, part) }
        }
    }

    /// Processor time for an answer of 200 words.
    private func speed(_ title: String, _ judge: RubricEvaluator, part: RubricPart) -> [String] {
        let sentence =
            "We moved the queue behind a cache because the old service could not carry the load any longer. "
        let answer = JudgedAnswer(typed: String(repeating: sentence, count: 12))
        let points = [
            "Measured the load before changing anything.", "Put a cache in front of the service.",
            "Moved slow work to a queue.", "Spared the database needless queries.",
            "Measured again and compared.", "Watched the cost of stale answers.",
        ]
        let whole = Rubric(
            question: "How did you make the service faster?",
            keyPoints: points.enumerated().map { KeyPoint(id: "\($0)", statement: $1) },
            sampleAnswers: [
                String(
                    repeating: "I put a cache in front of the service and measured the load again. ",
                    count: 12)
            ],
            kind: .technical)
        let rubric = part.of(whole)
        let times = (0..<Self.runs).map { _ in
            let start = ProcessorTime.seconds
            _ = judge.evaluate(answer, against: rubric)
            return (ProcessorTime.seconds - start) * 1000
        }
        return [
            title, "processor time for an answer of 200 words",
            "\(Spread.text(Spread(times).median)) ms",
            "\(Self.runs) runs",
        ]
    }
}
