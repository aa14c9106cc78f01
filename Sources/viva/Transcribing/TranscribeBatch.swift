import ArgumentParser
import Batch
import FoundationEssentials
import Practice
import Recognition
import Speech
import Synchronization
import Vocabulary

#if canImport(Glibc)
    import Glibc
#endif

/// `viva transcribe` of many recordings: into files that a later run can build on, or onto standard output in the
/// order of the user.
struct TranscribeBatch: Sendable {
    /// The most failures that are told with their reason; the manifest has all.
    private static let limitTold = 50

    let input: InputOptions
    /// What hears, also when another engine is installed meanwhile.
    let engine: HearingEngine
    let options: BatchOptions
    let common: CommonOptions
    let showsTimes: Bool

    /// The folder of the results; `nil` when they are only printed.
    private var folder: OutputFolder? {
        options.writesFiles ? OutputFolder(path: options.outputDir ?? ".") : nil
    }

    /// Hears the recordings and ends with the exit code for all of them.
    func run(_ inputs: BatchInputs) async throws {
        // A file that reaches a limit of its size is to be an error, not the end of the process.
        signal(SIGXFSZ, SIG_IGN)
        guard folder != nil else { return try await hear(inputs) }
        do { try await Interruption().stopping { try await hear(inputs) } } catch is CancellationError {
            tellHowToGoOn()
            throw ExitCode(ExitStatus.interrupted.rawValue)
        }
    }

    private func hear(_ inputs: BatchInputs) async throws {
        let plan = try plan(inputs.jobs)
        if let kept = plan?.kept, !kept.isEmpty {
            common.note("viva: \(counted(kept.count)) complete and not heard again.")
        }
        var jobs = plan?.jobs ?? inputs.jobs
        if inputs.jobs.isEmpty, let shard = options.shard {
            common.note("viva: There are fewer recordings than parts: part \(shard) has none.")
        }
        guard !jobs.isEmpty else { return try end(inputs.failures, of: inputs.failures.count) }
        let manifest = try openManifest(plan?.names ?? [])
        let pool = pool
        _ = try await pool.example()
        jobs = await withDurations(jobs)

        let display = BatchDisplay(BatchProgress(jobs), isQuiet: common.quiet)
        let failures = Mutex(inputs.failures)
        let run = BatchRun(
            pool: pool, recordingsAtOnce: workers, channels: input.channels, wording: try await wording(),
            explain: Self.failure)
        let results = OrderedOutput(order: jobs.map(\.number)) { result in
            display.aside { result.print() }
        }
        let ordered = folder == nil ? jobs : BatchJob.longestFirst(jobs)
        let work = { @Sendable () async throws -> Void in
            try await run.run(ordered, onHeard: { display.heard($0, $1) }) { job, outcome, seconds in
                try await keep(job, outcome, seconds, in: manifest)
                let duration = Self.duration(outcome)
                if case .failed(let failure) = outcome {
                    failures.withLock {
                        $0.append(
                            .init(
                                file: job.recording.path, reason: failure.reason, exitCode: failure.exitCode))
                    }
                }
                tellWarnings(job, outcome, display)
                await results.add(printed(job, outcome), number: job.number)
                display.finished(job, durationSeconds: duration)
            }
        }
        do {
            try await work()
        } catch is CancellationError {
            display.aside {}
            let (progress, _) = display.progress
            Terminal.log.print(
                "viva: Stopped. \(counted(progress.finishedFiles)) of \(progress.files) finished.")
            throw CancellationError()
        } catch {
            display.aside {}
            tellSummary(display, kept: plan?.kept.count ?? 0)
            throw error
        }
        display.aside {}
        tellSummary(display, kept: plan?.kept.count ?? 0)
        try end(failures.withLock { $0 }, of: inputs.jobs.count + inputs.failures.count)
    }

    /// How many recognisers there are.
    private var workers: Int {
        input.model.jobs ?? min(max(1, ProcessInfo.processInfo.activeProcessorCount), 64)
    }

    /// Recognisers in processes of their own.
    private var pool: RecognizerPool { input.model.workers(limit: workers, engine: engine) }

    /// How the transcripts are written. The terms are read here too: the recognisers have processes of their own.
    private func wording() async throws -> Wording {
        let folder = HearingFolder(path: try Places.data() + "/models")
        return Wording(WrittenText(lexicon: try folder.lexicon(model: input.model.pocketSphinx)))
    }

    private func plan(_ jobs: [BatchJob]) throws -> ResultPlan? {
        guard let folder else { return nil }
        return try ResultPlan(
            jobs, formats: options.formats, channels: input.channels, existing: options.existing,
            folder: folder,
            manifest: options.existing == .resumed ? folder.manifest() : Manifest())
    }

    private func openManifest(_ names: [String]) throws -> ManifestFile? {
        guard let folder else { return nil }
        try folder.prepare(for: names)
        return try ManifestFile(path: folder.path + "/" + OutputFolder.manifestName(options.shard))
    }

    private func withDurations(_ jobs: [BatchJob]) async -> [BatchJob] {
        var jobs = jobs
        for index in jobs.indices { await jobs[index].findDuration() }
        return jobs
    }

    /// Writes the results of a recording and its line.
    private func keep(
        _ job: BatchJob, _ outcome: BatchOutcome, _ seconds: Double, in manifest: ManifestFile?
    ) async throws {
        guard let folder, let manifest else { return }
        var results: [(name: String, text: String)] = []
        var entry = ManifestEntry(
            input: job.recording.absolutePath, inputIdentity: job.identity, outputs: [],
            durationSeconds: Self.duration(outcome), settings: job.settings, status: .done,
            secondsTaken: seconds)
        switch outcome {
        case .heard(let transcripts):
            for transcript in transcripts {
                for format in options.formats {
                    let name = BatchJob.resultName(job.stem, channel: transcript.channel, format: format)
                    results.append((name, format.text(of: transcript)))
                }
            }
            entry.outputs = results.map(\.name)
        case .failed(let failure):
            entry.status = .failed
            entry.reason = failure.reason
            entry.exitCode = failure.exitCode
        }
        try await folder.keep(results, entry, in: manifest)
    }

    /// What is printed of a recording.
    private func printed(_ job: BatchJob, _ outcome: BatchOutcome) -> PrintedResult {
        let view = WrittenTranscriptView(palette: common.palette, showsTimes: showsTimes)
        switch outcome {
        case .heard(let transcripts):
            if common.json { return .documents(transcripts.map { TranscriptDocument($0).line }) }
            return .lines(folder == nil ? transcripts.flatMap { view.lines($0) } : [])
        case .failed(let failure):
            let document = FailureDocument(file: job.recording.path, failure: failure)
            return common.json ? .documents([document.line]) : .lines([])
        }
    }

    private func tellWarnings(_ job: BatchJob, _ outcome: BatchOutcome, _ display: BatchDisplay) {
        let name = job.recording.path
        guard case .heard(let transcripts) = outcome else { return }
        for transcript in transcripts {
            let label = transcript.channel.map { "\(name), \($0)" } ?? name
            if transcript.words.isEmpty { display.note("viva: \(label): no words were understood.") }
            for warning in transcript.warnings { display.note("viva: \(label): \(warning)") }
        }
    }

    private func tellSummary(_ display: BatchDisplay, kept: Int) {
        let (progress, elapsed) = display.progress
        var text: TerminalText = "viva: \(counted(progress.finishedFiles - progress.failedFiles)) heard, "
        text += "\(ClockTime(progress.finishedSeconds)) of audio in \(ClockTime(elapsed))"
        if progress.finishedFiles > progress.failedFiles,
            let speed = progress.speed(afterSeconds: elapsed)
        {
            text += " (\(TextLayout.number(speed, places: 1)) times as fast as speech)"
        }
        if progress.failedFiles > 0 { text += ", \(progress.failedFiles) failed" }
        if kept > 0 { text += ", \(kept) complete before" }
        common.note("\(text).")
    }

    private func tellHowToGoOn() {
        let arguments = CommandLine.arguments.dropFirst()
        // What follows `--` is files, whatever it looks like.
        let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
        let given = arguments[..<end].filter { $0 != "--overwrite" && $0 != "--resume" }
        let command = (["viva"] + given + ["--resume"] + arguments[end...]).map(ShellText.quoted)
            .joined(separator: " ")
        let list = options.stdinList || input.files.contains("@-") ? " (with the same list)" : ""
        Terminal.log.print("      Go on with: \(command)\(list)")
    }

    /// Tells the failures and throws their exit code: their own when they agree, else 1.
    private func end(_ failures: [RecordingJob.Failure], of count: Int) throws {
        guard let first = failures.first else { return }
        let palette = common.logPalette
        for failure in failures.prefix(Self.limitTold) {
            let name = failure.reason.contains(failure.file) ? "" : failure.file + ": "
            Terminal.log.print("\(palette.poor("viva:")) \(name)\(failure.reason)")
        }
        if failures.count > Self.limitTold {
            Terminal.log.print("      and \(failures.count - Self.limitTold) more.")
        }
        if count > 1 { Terminal.log.print("viva: \(failures.count) of \(count) recordings failed.") }
        let codes = Set(failures.map(\.exitCode))
        throw ExitCode(codes.count == 1 ? first.exitCode : ExitStatus.failure.rawValue)
    }

    private func counted(_ count: Int) -> String { count == 1 ? "1 recording" : "\(count) recordings" }

    private static func duration(_ outcome: BatchOutcome) -> Double? {
        guard case .heard(let transcripts) = outcome else { return nil }
        return transcripts.map(\.durationSeconds).max() ?? 0
    }

    /// What is the matter with one recording; an output that cannot be written and a missing model end it all.
    private static func failure(_ error: any Error) -> BatchFailure? {
        guard !(error is BatchError), let failure = CommandFailure(error), failure.status != .interrupted
        else {
            return nil
        }
        return BatchFailure(reason: failure.description, exitCode: failure.status.rawValue)
    }
}
