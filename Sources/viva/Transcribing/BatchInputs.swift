import ArgumentParser
import Audio
import Batch
import FoundationEssentials
import Recognition
import Speech
import SystemPackage

/// The recordings of a `transcribe` command, with what is known of each.
struct BatchInputs {
    /// The most bytes a list may have: a million long paths.
    private static let limitListBytes = 256 << 20

    /// What is to be heard, in the order of the user.
    var jobs: [BatchJob]
    /// What could not be looked at.
    var failures: [RecordingJob.Failure]

    /// Finds the recordings, names their results and gives each its question.
    ///
    /// - Throws: `CommandFailure` or `BatchError` when a list is wrong, `ValidationError` when the command line is.
    static func find(
        _ input: InputOptions, _ options: BatchOptions, engine: HearingEngine, note: (String) -> Void
    ) throws -> BatchInputs {
        let workingFolder = FileManager.default.currentDirectoryPath
        let (arguments, unnamed) = try arguments(input, options)
        let isStandardInput = arguments.contains("-")
        let found = RecordingFinder.find(
            arguments.filter { $0 != "-" }, folders: options.recursive ? .searched : .refused,
            workingFolder: workingFolder)
        if found.repeated > 0 {
            note("\(found.repeated) recordings were named more than once and are heard once.")
        }
        let names = OutputNames(found.recordings, root: found.root)
        let contexts = try contexts(options, found, workingFolder: workingFolder, note: note)
        let model = modelIdentity(input.model.pocketSphinx)

        var jobs: [BatchJob] = []
        func add(_ recording: Recording, _ audio: AudioInput, stem: String, _ context: HearingContext?) {
            let settings = BatchSettings(
                model: model, engine: engine.identity, channels: input.channels, context: context)
            jobs.append(
                BatchJob(
                    number: jobs.count, recording: recording, input: audio, stem: stem, context: context,
                    settings: settings.digest))
        }
        for recording in found.recordings {
            add(
                recording, .file(path: recording.path), stem: names.stem(of: recording),
                contexts[recording] ?? context(options))
        }
        if isStandardInput {
            let taken = Set(found.recordings.map(names.stem))
            let stem = ["standard-input", "standard-input-"].first { !taken.contains($0) }
            add(
                Recording(path: "standard input", in: workingFolder), input.input("-"),
                stem: stem ?? "standard-input--", context(options))
        }
        if let shard = options.shard { jobs = shard.part(of: jobs.sorted { $0.stem < $1.stem }) }
        let failures =
            unnamed.map { failure($0.path, $0.error) } + found.failures.map { failure($0.path, $0.error) }
        return BatchInputs(jobs: jobs, failures: failures)
    }

    private static func failure(_ path: String, _ error: any Error) -> RecordingJob.Failure {
        RecordingJob.Failure(
            file: path, reason: "\(error)", exitCode: (CommandFailure(error)?.status ?? .failure).rawValue)
    }

    /// The paths of the command line and of the list on standard input, and what in the list cannot be named.
    private static func arguments(
        _ input: InputOptions, _ options: BatchOptions
    ) throws -> ([String], [PathList.Failure]) {
        var arguments = input.files
        var failures: [PathList.Failure] = []
        let isListed = options.stdinList || arguments.contains("@-")
        arguments.removeAll { $0 == "@-" }
        if isListed {
            guard !arguments.contains("-") else {
                throw ValidationError(
                    "Standard input is the list of paths: it cannot be a recording (-) too.")
            }
            let bytes = try StandardInput.readAll(limitBytes: limitListBytes)
            guard bytes.count <= limitListBytes else {
                throw CommandFailure(
                    .badInput, "The list on standard input is longer than \(limitListBytes) bytes.")
            }
            let list = PathList(bytes, source: "standard input")
            failures = list.failures
            arguments += list.paths.map {
                // In a list every line is a file.
                $0 == "-" || $0 == "@-" ? "./" + $0 : $0
            }
            guard !arguments.isEmpty || !failures.isEmpty else {
                throw CommandFailure(.badInput, "The list on standard input names no recording.")
            }
        }
        return (arguments, failures)
    }

    /// What `--question` says, the same for all.
    private static func context(_ options: BatchOptions) -> HearingContext? {
        options.question.map {
            HearingContext(question: $0, sampleAnswers: options.reference.map { [$0] } ?? [])
        }
    }

    private static func contexts(
        _ options: BatchOptions, _ found: RecordingFinder.Found, workingFolder: String, note: (String) -> Void
    ) throws -> [Recording: HearingContext] {
        guard let path = options.questions else { return [:] }
        let bytes: [UInt8]
        do {
            // Also a pipe: a shell gives the output of a command as one.
            let file = try FileDescriptor.open(FilePath(path), .readOnly, options: [.closeOnExec])
            bytes = try file.closeAfter { try file.readAll(limitBytes: limitListBytes) }
        } catch {
            throw CommandFailure(
                .noInput, "The questions \(path) cannot be read: \(BatchError.reason(error)).")
        }
        guard bytes.count <= limitListBytes else {
            throw CommandFailure(.badInput, "The questions \(path) are longer than \(limitListBytes) bytes.")
        }
        var table = try QuestionTable(Data(bytes), source: path)
        let contexts = try table.contexts(
            for: found.recordings, root: found.root, workingFolder: workingFolder)
        for remark in table.remarks {
            note(remark.line.map { "\(path), line \($0): \(remark.text)" } ?? "\(path): \(remark.text)")
        }
        return contexts
    }

    /// A model by its name and the sizes of its files: another one of the same name has others.
    private static func modelIdentity(_ model: PocketSphinxModel) -> String {
        let files = [model.acousticModelPath + "/means", model.dictionaryPath, model.languageModelPath]
        let sizes = files.map { "\(InputIdentity(path: $0)?.bytes ?? 0)" }
        return "PocketSphinx \(model.name) \(sizes.joined(separator: " "))"
    }
}
