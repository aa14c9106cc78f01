import Archive
import ArgumentParser
import Evaluation
import FoundationEssentials
import Interview
import Judging
import Practice
import Records
import Storage
import SystemPackage

/// `viva sessions correct`: what its speaker says that was said.
struct SessionsCorrect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Correct the transcript of an answer, which is then judged again.",
        discussion: """
            What was heard stays beside the correction, with its judgement; the score that counts is that of the corrected text. How it
            was spoken, from pace to pauses, stays as it was measured. The judge is that of `viva practice`.

            EXAMPLES
              viva sessions correct 12 --turn 2 --text "I moved the service to Kubernetes."
              viva sessions correct 12 --turn 2 --take 1 --file answer.txt
              viva sessions correct 12 --turn 2 --file - < answer.txt
            """)

    @Argument(help: ArgumentHelp("The interview's number or id.", valueName: "number")) var session:
        SessionName
    @Option(help: ArgumentHelp("The question; follow-ups count as well.", valueName: "number")) var turn: Int
    @Option(help: ArgumentHelp("The attempt. Left out: the last one.", valueName: "number")) var take: Int?
    @Option(help: ArgumentHelp("What was said.", valueName: "text")) var text: String?
    @Option(
        help: ArgumentHelp(
            "A file of UTF-8 text with what was said; - is standard input.", valueName: "file"),
        completion: .file())
    var file: String?
    @OptionGroup var judge: JudgeOptions
    @OptionGroup var archive: ArchiveOptions
    @OptionGroup var common: CommonOptions

    /// The longest text, in bytes: that of a typed answer.
    private static let limitBytes = 100_000

    private struct Output: Encodable {
        var number: Int64
        var turn: Int
        var take: Take
    }

    func validate() throws {
        guard (text == nil) != (file == nil) else {
            throw ValidationError("Give the text with --text or with --file.")
        }
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let words = try words()
        let offline = try RubricEvaluator.installed(tools: JudgingTools.installed())
        let judge = offline.with(try judge.model(isOffline: common.offline))
        let archive = try await archive.open(common)
        let number = try await archive.interview(session).number
        // Nobody else changes the interview while its answer is judged.
        let desk = try await InterviewDesk.open(.number(number), in: archive)
        let corrected: Take
        do { corrected = try await correct(words, on: desk, judge) } catch {
            await desk.close()
            throw error
        }
        await desk.close()
        guard !common.json else {
            return try JSONOutput.print(Output(number: number, turn: turn, take: corrected))
        }
        let page = Page(palette: common.palette)
        page.title("Interview \(number), turn \(turn), take \(corrected.number)")
        if let evaluation = corrected.evaluation { EvaluationView(page: page).show(evaluation) }
        if let heard = corrected.heardEvaluation?.overall {
            page.figure("Before the correction", TextLayout.number(heard))
        }
        page.space()
    }

    private func correct(
        _ words: String, on desk: InterviewDesk, _ judge: any Judge
    ) async throws -> Take {
        let interview = await desk.interview
        guard interview.state.allowed.contains(.correct) else {
            throw InterviewError.notAllowed(.correct, interview.state)
        }
        let turn = try interview.turn(turn, ofInterview: desk.number)
        guard let number = take ?? turn.finalTake?.number else {
            throw CommandFailure(.usage, "Turn \(turn.number) was not answered: there is nothing to correct.")
        }
        let take = try turn.attempt(number)
        if case .received = take.progress {
            throw CommandFailure(
                .failure,
                "The answer has not been heard yet: \(archive.viva("sessions resume \(desk.number)")), then correct it."
            )
        }
        let date = Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down))
        try await desk.correct(take, of: turn, as: words, by: judge, at: date)
        return try await desk.interview.turn(turn.number, ofInterview: desk.number).attempt(number)
    }

    /// What was given, without the space around it.
    private func words() throws -> String {
        let bytes: [UInt8]
        switch file {
        case nil: bytes = Array((text ?? "").utf8)
        case "-": bytes = try StandardInput.readAll(limitBytes: Self.limitBytes)
        case let path?:
            do {
                let file = try FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec])
                bytes = try file.closeAfter { try file.readAll(limitBytes: Self.limitBytes) }
            } catch {
                throw CommandFailure(.noInput, "The file \(path) cannot be read: \(error).")
            }
        }
        guard bytes.count <= Self.limitBytes else {
            throw CommandFailure(
                .badInput, "The text is longer than \(Self.limitBytes / 1000) kB: shorten it.")
        }
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw CommandFailure(.badInput, "The text is not UTF-8: save it as UTF-8.")
        }
        let words = text.trimmingWhitespace()
        guard !words.isEmpty else {
            throw CommandFailure(.badInput, "The text is empty: give what was said.")
        }
        return words
    }
}

extension String {
    /// The text without the white space around it.
    fileprivate func trimmingWhitespace() -> String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
