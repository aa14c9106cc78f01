import ArgumentParser
import Audio
import Batch
import FoundationEssentials
import Recognition
import Speech

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
        _ input: InputOptions, _ options: BatchOptions, note: (String) -> Void
    ) throws -> BatchInputs {
        let workingFolder = FileManager.default.currentDirectoryPath
        let arguments = try arguments(input, options)
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
            let settings = BatchSettings(model: model, channels: input.channels, context: context)
            jobs.append(
                BatchJob(
                    number: jobs.count, recording: recording, input: audio, stem: stem, context: context,
                    settings: settings.digest))
        }
        for recording in found.recordings {
            add(
                recording, .file(path: recording.path), stem: names.stem(of: recording),
                contexts[recording.absolutePath] ?? context(options))
        }
        if isStandardInput {
            add(
                Recording(path: "standard input", in: workingFolder), input.input("-"),
                stem: "standard-input",
                context(options))
        }
        if let shard = options.shard { jobs = shard.part(of: jobs.sorted { $0.stem < $1.stem }) }
        let failures = found.failures.map { failure in
            RecordingJob.Failure(
                file: failure.path, reason: "\(failure.error)",
                exitCode: (CommandFailure(failure.error)?.status ?? .failure).rawValue)
        }
        return BatchInputs(jobs: jobs, failures: failures)
    }

    /// The paths of the command line and of the list on standard input.
    private static func arguments(_ input: InputOptions, _ options: BatchOptions) throws -> [String] {
        var arguments = input.files
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
            arguments += try PathList(bytes, source: "standard input").paths.map {
                // In a list every line is a file.
                $0 == "-" || $0 == "@-" ? "./" + $0 : $0
            }
            guard !arguments.isEmpty else {
                throw CommandFailure(.badInput, "The list on standard input names no recording.")
            }
        }
        return arguments
    }

    /// What `--question` says, the same for all.
    private static func context(_ options: BatchOptions) -> HearingContext? {
        options.question.map {
            HearingContext(question: $0, sampleAnswers: options.reference.map { [$0] } ?? [])
        }
    }

    private static func contexts(
        _ options: BatchOptions, _ found: RecordingFinder.Found, workingFolder: String, note: (String) -> Void
    ) throws -> [String: HearingContext] {
        guard let path = options.questions else { return [:] }
        let data: Data
        do { data = try Data(contentsOf: URL(filePath: path)) } catch {
            throw CommandFailure(
                .noInput, "The questions \(path) cannot be read: \(BatchError.reason(error)).")
        }
        var table = try QuestionTable(data, source: path)
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
