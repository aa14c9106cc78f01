import ArgumentParser
import Audio
import Delivery
import Practice
import Signal
import Speech

/// `viva transcribe`: recordings to text.
struct Transcribe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write down what is said in recordings.",
        discussion: """
            Each line is one utterance with the time it begins at. Lines appear as they are understood.

            EXAMPLES
              viva transcribe answer.wav
              viva transcribe --channels split interview.wav     a stereo interview: who said what
              viva transcribe --json *.flac > transcripts.json
              arecord -f S16_LE -r 16000 -d 10 | viva transcribe -
              sox talk.wav -t raw -r 16000 -e signed -b 16 -c 1 - | viva transcribe --raw-rate 16000 -
            """)

    @OptionGroup var input: InputOptions
    @Flag(help: "Leave the times out.") var noTimes = false
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let recognizers = try await input.model.recognizers.all()
        let job = RecordingJob(
            input: input, common: common, analyzer: AnswerAnalyzer(recognizers: recognizers))
        var output = RecordingOutput<HeardItem>()
        var heading: String?
        let failures = try await job.run { file, channel, segment in
            guard !common.json else { return }
            let name = input.channels == .mix ? file : "\(file), \(channel.label)"
            if name != heading, input.files.count > 1 || input.channels != .mix {
                let title = common.palette.bold(name)
                Terminal.output.print(heading == nil ? title : "\n\(title)")
            }
            heading = name
            printSegment(segment)
        } onResult: { result in
            if common.json {
                output.results.append(HeardItem(result))
            } else if result.analysis.transcript.words.isEmpty {
                explainSilence(result)
            }
        }
        if common.json {
            output.failures = failures
            try JSONOutput.print(output)
        }
        try RecordingJob.end(failures, of: input.files.count)
    }

    private func printSegment(_ segment: Transcript.Segment) {
        guard !segment.words.isEmpty else { return }
        let output = Terminal.output
        guard !noTimes else { return output.print("\(segment.text)") }
        let time = TextLayout.left("\(ClockTime(segment.time.startSeconds))", 6)
        guard output.isInteractive else { return output.print("\(time)\(segment.text)") }
        let lines = TextLayout.wrap(
            segment.text, columns: output.columns, first: String(repeating: " ", count: 6),
            rest: String(repeating: " ", count: 6))
        for (index, line) in lines.enumerated() {
            output.print(index == 0 ? "\(common.palette.dim(time))\(line.dropFirst(6))" : "\(line)")
        }
    }

    /// A recording without words is a result, and people want to know why.
    private func explainSilence(_ result: RecordingJob.Result) {
        let problems = result.analysis.quality.problems
        common.note("viva: \(result.file): no words were understood.")
        for problem in problems { common.note("      \(problem.explanation) \(problem.advice)") }
    }
}
