import ArgumentParser
import Audio
import Batch
import Delivery
import Evaluation
import Interview
import Language
import Practice
import Signal
import Speech
import Vocabulary

/// `viva analyze`: a recording's words, delivery and, with a question, scores.
struct Analyze: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what was said in a recording, how, and how well it answers a question.",
        discussion: """
            Without a question there are no scores: delivery can be measured alone, content cannot.
            A question of the bank (--question-id) is judged by its key points; a question of your own
            (--question) by what it asks and the key points you give.

            EXAMPLES
              viva analyze answer.wav
              viva analyze --question-id behavioural-conflict answer.wav
              viva analyze --question "Why did you leave?" --key-point "a new challenge" answer.wav
              viva analyze --json answer.wav | jq .results[0].delivery.wordsPerMinute
              viva analyze --svg answer.svg --textgrid answer.TextGrid answer.wav
            """)

    @OptionGroup var input: InputOptions

    @Option(help: ArgumentHelp("The question that the recording answers.", valueName: "text"))
    var question: String?

    @Option(help: ArgumentHelp("A question of the bank, by its id.", valueName: "id"))
    var questionID: String?

    @Option(
        help: ArgumentHelp(
            "Something a good answer to --question says; may be given several times.", valueName: "text"))
    var keyPoint: [String] = []

    @Option(
        help: ArgumentHelp("Draw the answer over time as a picture (SVG) in this file.", valueName: "file"),
        completion: .file())
    var svg: String?

    @Option(
        help: ArgumentHelp(
            "Write words, fillers, pauses and syllables to this file, for Praat.", valueName: "file"),
        completion: .file())
    var textgrid: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard !input.files.isEmpty else {
            throw ValidationError("Name at least one recording, or - for standard input.")
        }
        guard svg == nil && textgrid == nil || input.files.count == 1 && input.channels != .split else {
            throw ValidationError(
                "--svg and --textgrid are for one recording, and not with --channels split.")
        }
        guard question == nil || questionID == nil else {
            throw ValidationError("--question and --question-id exclude each other.")
        }
        guard question?.allSatisfy(\.isWhitespace) != true,
            !keyPoint.contains(where: { $0.allSatisfy(\.isWhitespace) })
        else { throw ValidationError("--question and --key-point need words.") }
        for point in keyPoint
        where point.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber })
            .allSatisfy({ StopWords.isEmpty(String($0)) })
        {
            throw ValidationError(
                "--key-point \(point): it says nothing that an answer could be searched for.")
        }
        guard keyPoint.isEmpty || question != nil else {
            throw ValidationError("--key-point goes with --question.")
        }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let rubric = try rubric()
        let files = AnalysisFiles(svg: svg, textGrid: textgrid)
        try files.check(recordings: input.files)
        let ear = try input.model.ear(common)
        let recognizers = input.model.recognizers(of: ear)
        // Made first: one that is made later hears without the question when it cannot be prepared.
        _ = try await recognizers.all()
        try await recognizers.expect(rubric?.hearingContext())
        let writing = try await ear.writtenText()
        let judge = try RubricEvaluator.installed(tools: JudgingTools.installed())
        let job = RecordingJob(
            input: input, common: common, analyzer: AnswerAnalyzer(recognizers: try await recognizers.all()))
        var output = RecordingOutput<AnalyzedItem>(question: rubric?.question)
        var unwritten: [CommandFailure] = []
        let failures = try await job.run { result in
            var result = result
            // Only the questions of the bank say how long an answer takes.
            if questionID != nil {
                result.analysis.delivery.compare(expectedSeconds: rubric?.expectedDurationSeconds)
            }
            let evaluation = rubric.map {
                judge.evaluate(JudgedAnswer(spoken: result.analysis), against: $0)
            }
            if common.json {
                output.results.append(AnalyzedItem(result, writing: writing, evaluation: evaluation))
            } else {
                show(result, writing: writing, question: rubric?.question, evaluation: evaluation)
            }
            unwritten += files.write(result, wording: Wording(writing))
        }
        if common.json {
            output.failures = failures
            try JSONOutput.print(output)
        }
        for failure in unwritten { Terminal.log.print(failure.message(common.logPalette)) }
        try RecordingJob.end(failures, of: input.files.count)
        if let first = unwritten.first { throw ExitCode(first.status.rawValue) }
    }

    /// What to judge by; `nil` when no question was given.
    private func rubric() throws -> Rubric? {
        if let questionID {
            return try Questions.load().question(questionID).rubric
        }
        guard let question else { return nil }
        let points = keyPoint.enumerated().map {
            KeyPoint(id: "point-\($0.offset + 1)", statement: $0.element)
        }
        return Rubric(question: question, keyPoints: points, sampleAnswers: [], kind: .behavioural)
    }

    private func show(
        _ result: RecordingJob.Result, writing: WrittenText, question: String?, evaluation: Evaluation?
    ) {
        let page = Page(palette: common.palette)
        let label = result.channel.map { "\(result.file), \($0)" } ?? result.file
        page.title("\(label)  (\(ClockTime(result.analysis.quality.durationSeconds)))")
        if let question { page.paragraph(question) }
        TranscriptView(page: page, writing: writing).show(result.analysis)
        TimelineView(page: page).show(result.analysis)
        DeliveryView(page: page).show(result.analysis)
        if let evaluation {
            EvaluationView(page: page).show(evaluation)
            EvaluationView(page: page).showJudges([evaluation])
        }
        page.space()
    }
}
