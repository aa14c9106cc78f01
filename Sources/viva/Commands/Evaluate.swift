import ArgumentParser
import Evaluation
import FoundationEssentials
import SystemPackage

/// `viva evaluate`: judges sheets of text answers.
struct Evaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judge many written answers: JSON lines in, JSON lines out.",
        discussion: """
            Each line holds one answer with what it is judged against:
              {"id": "7", "question": "...", "reference": "...", "answer": "..."}
            In the place of the reference, or besides it, there may be "sample_answers" (a list of texts) and
            "key_points" (a list of texts, or of {"statement", "variants", "weight"}). "kind" is technical unless it
            is behavioural, situational, hr, systemDesign, coding or caseStudy.

            Each line printed holds one result, in the order of the answers:
              {"id", "overall": 0...100, "scores": {...}, "coverage": 0...1, "gate": 0...1, "layers": [...],
               "confidence": 0...1, "review": true or false, "judge": "...", "notices": [...]}
            "overall" is null, with a "reason", when there is nothing to judge. For a line that cannot be read it is
            {"line", "error"}; the others are judged all the same, and the exit code is 65.

            Everything is judged on this machine, unless --judge-url names a language model; where that cannot be
            asked, the "notices" say so. `viva models install minilm` adds the layer that knows what sentences mean.

            EXAMPLES
              viva evaluate --input answers.jsonl > results.jsonl
              viva evaluate --layers coverage < answers.jsonl
            """)

    /// Up to which layer it is judged.
    enum Layers: String, CaseIterable, ExpressibleByArgument {
        case coverage, words, all
    }

    @Option(
        help: ArgumentHelp("The sheet; - is standard input.", valueName: "file"), completion: .file())
    var input = "-"
    @Option(
        help: ArgumentHelp(
            "Judge with less than is installed: coverage compares letters, words knows words besides.",
            valueName: "layers"))
    var layers = Layers.all
    @Option(help: ArgumentHelp("How many answers are judged at a time.", valueName: "count"))
    var jobs = ProcessInfo.processInfo.activeProcessorCount
    @OptionGroup var judgeOptions: JudgeOptions
    @Flag(help: "Say less on standard error.")
    var quiet = false

    func validate() throws {
        guard (1...256).contains(jobs) else { throw ValidationError("--jobs is a count from 1 to 256.") }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let judge = try self.judge()
        let file = try open()
        var lines = SheetLines(file)
        var (place, judged, failed) = (0, 0, 0)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        while true {
            // Some lines at a time, so that memory is bounded and the order is kept; what is there is not held back for more.
            var part: [(number: Int, line: SheetLines.Line)] = []
            var bytes = 0
            while part.count < 16 * jobs, bytes < SheetLines.limitBytes, part.isEmpty || lines.isReady,
                let line = try read(&lines)
            {
                place += 1
                guard !line.isBlank else { continue }
                part.append((place, line))
                if case .text(let text) = line { bytes += text.count }
            }
            if part.isEmpty { break }
            for result in await results(of: part, judge: judge) {
                switch result {
                case .success(let result):
                    judged += 1
                    try print(result, encoder)
                case .failure(let failure):
                    failed += 1
                    try print(failure, encoder)
                }
            }
        }
        if failed > 0 {
            throw CommandFailure(
                .badInput,
                "\(failed) of \(failed + judged) lines could not be judged; what is wrong stands in their places."
            )
        }
        guard judged > 0 else {
            throw CommandFailure(.badInput, "The sheet is empty: give a line of JSON for each answer.")
        }
        if !quiet { Terminal.log.print("\(judged) answers judged") }
    }

    /// How long a sheet waits for the budget of requests: nobody waits for a single answer of it.
    private static let longestBudgetWait = Duration.seconds(3600)

    private func judge() throws -> any Judge {
        let offline =
            switch layers {
            case .coverage: RubricEvaluator()
            case .words: RubricEvaluator(tools: try JudgingTools.installed(isModelWanted: false))
            case .all: RubricEvaluator(tools: try JudgingTools.installed())
            }
        return offline.with(try judgeOptions.model(longestWait: Self.longestBudgetWait))
    }

    private func results(
        of part: [(number: Int, line: SheetLines.Line)], judge: any Judge
    ) async -> [Result<SheetResult, SheetFailure>] {
        let share = (part.count + jobs - 1) / jobs
        return await withTaskGroup(of: (Int, [Result<SheetResult, SheetFailure>]).self) { group in
            for start in stride(from: 0, to: part.count, by: share) {
                let some = Array(part[start..<min(start + share, part.count)])
                group.addTask {
                    var results: [Result<SheetResult, SheetFailure>] = []
                    for one in some {
                        results.append(await Self.result(one.number, one.line, judge: judge))
                    }
                    return (start, results)
                }
            }
            var results: [(Int, [Result<SheetResult, SheetFailure>])] = []
            for await some in group { results.append(some) }
            return results.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }

    private static func result(
        _ number: Int, _ line: SheetLines.Line, judge: any Judge
    ) async -> Result<SheetResult, SheetFailure> {
        switch line {
        case .tooLong:
            return .failure(
                SheetFailure(line: number, error: "it is longer than \(SheetLines.limitBytes >> 20) MB"))
        case .text(let bytes):
            switch SheetReading.answer(bytes) {
            case .failure(let failure):
                return .failure(SheetFailure(line: number, error: failure.error))
            case .success(let answer):
                let id = answer.id.isEmpty ? "line \(number)" : answer.id
                let evaluation = await judge.evaluate(
                    JudgedAnswer(typed: answer.answer), against: answer.rubric)
                return .success(SheetResult(id: id, evaluation))
            }
        }
    }

    private func print(_ value: some Encodable, _ encoder: JSONEncoder) throws {
        do {
            Terminal.output.print(document: String(decoding: try encoder.encode(value), as: UTF8.self))
        } catch {
            throw CommandFailure(.failure, "A result could not be written as JSON: \(error)")
        }
    }

    private func open() throws -> FileDescriptor {
        guard input != "-" else { return .standardInput }
        do { return try FileDescriptor.open(FilePath(input), .readOnly) } catch {
            throw CommandFailure(.noInput, "The sheet \(input) cannot be read: \(error).")
        }
    }

    private func read(_ lines: inout SheetLines) throws -> SheetLines.Line? {
        do { return try lines.next() } catch {
            throw CommandFailure(.noInput, "The sheet cannot be read to its end: \(error).")
        }
    }
}
