public import ArgumentParser
public import Audio
import FoundationEssentials
import Practice
import Recognition

/// How recordings are read and which model hears them: what `transcribe` and `analyze` share.
struct InputOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Recordings: WAV, FLAC, OGG, MP3, and with ffmpeg also M4A, WebM and video; - is standard input.",
            valueName: "file"),
        completion: .file())
    var files: [String] = []

    @Option(
        help: ArgumentHelp(
            "Which channels to hear: mix, left, right, or split (each by itself, labelled).",
            valueName: "which"))
    var channels: ChannelSelection = .mix

    @Option(
        help: ArgumentHelp(
            "Standard input is raw 16-bit PCM at this rate, without a header.", valueName: "hertz"))
    var rawRate: Int?

    @Option(help: ArgumentHelp("How many channels raw PCM has.", valueName: "count"))
    var rawChannels: Int = 1

    @OptionGroup var model: ModelOptions

    func validate() throws {
        guard files.count(where: { $0 == "-" }) < 2 else {
            throw ValidationError("Standard input (-) can be read once.")
        }
        if let rawRate, !(1000...768_000).contains(rawRate) {
            throw ValidationError("--raw-rate \(rawRate) is outside 1000 to 768000 hertz.")
        }
        guard (1...32).contains(rawChannels) else {
            throw ValidationError("--raw-channels \(rawChannels) is outside 1 to 32.")
        }
        guard rawRate == nil || files.contains("-") else {
            throw ValidationError("--raw-rate is for standard input: name - as the recording.")
        }
        guard rawChannels == 1 || rawRate != nil else {
            throw ValidationError("--raw-channels goes with --raw-rate.")
        }
    }

    /// What a file argument names.
    func input(_ argument: String) -> AudioInput {
        AudioInput(
            argument: argument,
            rawFormat: rawRate.map { RawFormat(sampleRateHz: $0, channels: rawChannels) })
    }
}

/// Which model hears.
struct ModelOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A folder with another PocketSphinx model (also: the variable VIVA_MODEL_PATH).",
            valueName: "folder"),
        completion: .directory)
    var model: String?

    @Option(
        help: ArgumentHelp(
            "How many recordings, or utterances of one, to decode at once; each takes about 100 MB. Left out: one "
                + "for each processor, for a single recording at most four.", valueName: "count"))
    var jobs: Int?

    func validate() throws {
        if let jobs, !(1...64).contains(jobs) { throw ValidationError("--jobs \(jobs) is outside 1 to 64.") }
    }

    @OptionGroup var engine: EngineOptions

    /// What hears.
    ///
    /// - Throws: `CommandFailure` when the engine is not there or forbidden.
    func ear(_ common: CommonOptions) throws -> InterviewEar {
        InterviewEar(model: pocketSphinx, engine: try engine.choice(isOffline: common.offline))
    }

    /// The same models as arguments for a worker, with the engine that was chosen: a worker that is started later must not
    /// choose another one.
    func workerArguments(_ engine: HearingEngine) -> [String] {
        (model.map { ["--model=\($0)"] } ?? []) + engine.arguments
    }

    /// Recognisers in processes of their own, not yet made.
    ///
    /// - Parameter urgency: who waits for what they hear.
    func workers(
        limit: Int, engine: HearingEngine, urgency: RecognitionWorker.Urgency = .soon
    ) -> RecognizerPool {
        // The link leads to this very program, also after it was replaced by a newer one.
        let arguments =
            ["transcribe-worker"] + workerArguments(engine) + (urgency == .whenIdle ? ["--when-idle"] : [])
        return RecognizerPool(limit: limit) {
            try await WorkerRecognizer(program: "/proc/self/exe", arguments: arguments)
        }
    }

    /// The recognisers of an ear, not yet made.
    func recognizers(of ear: InterviewEar) -> RecognizerSet {
        let processors = ProcessInfo.processInfo.activeProcessorCount
        return RecognizerSet(limit: jobs ?? min(processors, 4)) { try await ear.recognizer() }
    }

    /// The model to hear with.
    var pocketSphinx: PocketSphinxModel { .installed(in: model ?? Places.pocketSphinxModel) }
}

extension ChannelSelection: ExpressibleByArgument {}
