import ArgumentParser
import Evaluation
import Interview
import Meaning
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
              viva-bench judgement --graded grades.csv
            """)

    @Option(help: "The folder of the question bank.") var questions = "questions"
    @Option(help: "Graded answers.") var graded: String?

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
        } else {
            let bank = try QuestionBankFile.load(directory: questions)
            ProgressNote.write("behaviour")
            // Key points are compared by letters, whatever else is installed.
            lines += BankBehaviour(bank.questions, judge: judges[0].judge, isOnSheet: false).lines(
                "key points")
            for (name, judge) in judges {
                ProgressNote.write("behaviour, \(name)")
                lines += BankBehaviour(bank.questions, judge: judge, isOnSheet: true).lines(
                    "model answers, \(name)")
                lines.append(speed(name, judge))
            }
        }
        print(MarkdownTable.text(head: ["judged by", "measure", "figure", "of"], lines: lines, labels: 2))
    }

    /// Processor time for an answer of 200 words.
    private func speed(_ name: String, _ judge: RubricEvaluator) -> [String] {
        let sentence =
            "We moved the queue behind a cache because the old service could not carry the load any longer. "
        let answer = JudgedAnswer(typed: String(repeating: sentence, count: 12))
        let rubric = Rubric(
            question: "How did you make the service faster?", keyPoints: [],
            sampleAnswers: [
                String(
                    repeating: "I put a cache in front of the service and measured the load again. ",
                    count: 12)
            ],
            kind: .technical)
        let times = (0..<Self.runs).map { _ in
            let start = ProcessorTime.seconds
            _ = judge.evaluate(answer, against: rubric)
            return (ProcessorTime.seconds - start) * 1000
        }
        return [
            "model answers, \(name)", "processor time for an answer of 200 words",
            "\(Spread.text(Spread(times).median)) ms",
            "\(Self.runs) runs",
        ]
    }
}
