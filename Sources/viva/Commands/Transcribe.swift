import ArgumentParser
import Audio
import Batch
import Delivery
import Practice
import Signal
import Speech
import Vocabulary

/// `viva transcribe`: recordings to text.
struct Transcribe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write down what is said in recordings.",
        discussion: """
            One recording is shown as it is understood, each line an utterance with the time it begins at.
            With --format or --output-dir transcripts become files; a run that was broken off goes on with
            --resume, and manifest.jsonl in the output folder says what became of each recording.
            With --json each recording is one line of JSON on standard output.

            EXAMPLES
              viva transcribe answer.wav
              viva transcribe --channels split interview.wav     a stereo interview: who said what
              viva transcribe --json *.flac > transcripts.jsonl
              viva transcribe --question "What is a cache?" answer.wav    it helps to know what was asked
              viva transcribe --recursive talks --output-dir text --format txt,srt
              viva transcribe --recursive talks --output-dir text --format txt,srt --resume
              viva transcribe --recursive talks --output-dir text --questions asked.jsonl --shard 3/8
              find . -name '*.opus' -print0 | viva transcribe @- --output-dir text
              arecord -f S16_LE -r 16000 -d 10 | viva transcribe -
              sox talk.wav -t raw -r 16000 -e signed -b 16 -c 1 - | viva transcribe --raw-rate 16000 -
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var batch: BatchOptions
    @Flag(help: "Leave the times out.") var noTimes = false
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard !input.files.isEmpty || batch.stdinList else {
            throw ValidationError(
                "Name at least one recording, - for standard input, or @- for a list there.")
        }
        guard !batch.stdinList && !input.files.contains("@-") || !input.files.contains("-") else {
            throw ValidationError("Standard input is the list of paths: it cannot be a recording (-) too.")
        }
    }

    func run() async throws {
        // Chosen once: a model that is installed meanwhile changes nothing.
        let engine = try input.model.engine.choice(isOffline: common.offline)
        let inputs = try BatchInputs.find(input, batch, engine: engine) { common.note("viva: \($0)") }
        let isOne = inputs.jobs.count == 1 && inputs.failures.isEmpty
        if isOne, !batch.writesFiles, let job = inputs.jobs.first {
            try await hear(job, with: engine)
        } else {
            try await TranscribeBatch(
                input: input, engine: engine, options: batch, common: common, showsTimes: !noTimes
            ).run(inputs)
        }
    }

    /// Hears one recording and shows it as it is understood.
    private func hear(_ batchJob: BatchJob, with engine: HearingEngine) async throws {
        EndAtOnce.onSignals()
        let ear = InterviewEar(model: input.model.pocketSphinx, engine: engine)
        let set = input.model.recognizers(of: ear)
        // Made first: one that is made later hears without the question when it cannot be prepared.
        let recognizers = try await set.all()
        try await set.expect(batchJob.context)
        let wording = Wording(try await ear.writtenText())
        var input = input
        if !input.files.contains("-") { input.files = [batchJob.recording.path] }
        let job = RecordingJob(
            input: input, common: common, analyzer: AnswerAnalyzer(recognizers: recognizers))
        let view = WrittenTranscriptView(palette: common.palette, showsTimes: !noTimes)
        var heading: String?
        let failures = try await job.run { file, channel, segment in
            guard !common.json else { return }
            let name = input.channels == .mix ? file : "\(file), \(channel.label)"
            if name != heading, input.channels != .mix {
                let title = common.palette.bold(name)
                Terminal.output.print(heading == nil ? title : "\n\(title)")
            }
            heading = name
            guard !segment.words.isEmpty else { return }
            let text = wording.pieces(of: [segment]).map(\.text).joined(separator: " ")
            for line in view.lines(text, startSeconds: segment.time.startSeconds) {
                Terminal.output.print(line)
            }
        } onResult: { result in
            tell(result)
            if common.json {
                let transcript = WrittenTranscript(
                    file: result.file, channel: result.channel,
                    durationSeconds: result.analysis.quality.durationSeconds,
                    transcript: result.analysis.transcript, wording: wording, context: batchJob.context,
                    warnings: result.warnings,
                    disfluencies: result.analysis.delivery.disfluencies?.found)
                Terminal.output.print(document: TranscriptDocument(transcript).line)
            }
        }
        if common.json {
            for failure in failures {
                let reason = BatchFailure(reason: failure.reason, exitCode: failure.exitCode)
                Terminal.output.print(document: FailureDocument(file: failure.file, failure: reason).line)
            }
        }
        try RecordingJob.end(failures, of: 1)
    }

    /// A recording without words is a result, and people want to know why.
    private func tell(_ result: RecordingJob.Result) {
        let name = result.channel.map { "\(result.file), \($0)" } ?? result.file
        if result.analysis.transcript.words.isEmpty {
            common.note("viva: \(name): no words were understood.")
        }
        for remark in result.remarks.sentences { common.note("viva: \(name): \(remark)") }
    }
}
