public import Foundation
import Programs
public import Speech

/// Speech recognition by any program on this machine that prints text or JSON for a WAV file, such as whisper.cpp's
/// `whisper-cli`.
///
/// ```swift
/// let recognizer = try CommandRecognizer(
///     CommandConfiguration(program: "whisper-cli", arguments: ["-m", "base.en.bin", "-f", "{file}"]))
/// let words = try await recognizer.recognize(utterance)
/// ```
///
/// The program is run once for each utterance, without standard input and without the environment's keys. The recording
/// lies in a folder that only this user may enter, and is gone when the program has ended.
public actor CommandRecognizer: Recognizer {
    /// The shortest audio that is worth a run, in seconds: no word is shorter.
    public static let minimumUtteranceSeconds = 0.1

    /// The program, for example `the command whisper-cli`.
    public nonisolated let name: String

    private let configuration: CommandConfiguration
    private let program: String
    private let environment: CommandEnvironment
    private var prompt = ""

    /// Finds the program; nothing is run yet.
    ///
    /// - Parameter environment: What the program gets, but for keys, and where `PATH` is looked up.
    /// - Throws: `RecognitionError.engineFailed` when there is no such program or the configuration cannot be used.
    public init(
        _ configuration: CommandConfiguration,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(RecognitionError) {
        let name = "the command " + (configuration.program.split(separator: "/").last.map(String.init) ?? "")
        if let fault = configuration.fault { throw .engineFailed(engine: name, reason: fault) }
        guard let program = Self.find(configuration.program, path: environment["PATH"]) else {
            throw .engineFailed(
                engine: name,
                reason: configuration.program.contains("/")
                    ? "there is no program at \(configuration.program); correct the path or make it executable"
                    : "no folder of PATH holds it; install it or give its path")
        }
        self.name = name
        self.configuration = configuration
        self.program = program
        self.environment = CommandEnvironment(environment, passing: configuration.passedVariables)
    }

    /// The path of a program; `nil` when there is none that may be run.
    private static func find(_ program: String, path: String?) -> String? {
        func isProgram(_ path: String) -> Bool {
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
                && FileManager.default.isExecutableFile(atPath: path)
        }
        if program.contains("/") { return isProgram(program) ? program : nil }
        return (path ?? "/usr/bin:/bin").split(separator: ":").map { "\($0)/\(program)" }.first(
            where: isProgram)
    }

    /// Expects an answer from here on: what is known of it stands for `{prompt}`.
    public func expect(_ context: HearingContext?) async throws(RecognitionError) {
        prompt = HearingPrompt(context).text
    }

    /// The words of a whole utterance, with times from the start of the recording that lie within its audio. Confidence is
    /// the program's own, where it prints one.
    ///
    /// - Throws: `RecognitionError.engineFailed` when the program cannot be started; `decodingFailed` when it fails on
    ///   this utterance, does not end, prints what cannot be understood, or the task was cancelled.
    public func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word] {
        let time = utterance.audio.time
        guard time.durationSeconds >= Self.minimumUtteranceSeconds else { return [] }
        let printed = try await output(for: utterance.audio)
        do throws(HeardTextError) {
            return try HeardPlacement(utterance: utterance).words(configuration.format.read(printed))
        } catch {
            throw .decodingFailed(
                time: time,
                reason: environment.removed(from: "what \(name) printed cannot be understood: \(error)"))
        }
    }

    /// Nothing: the program is run for whole utterances only.
    public nonisolated func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String { "" }

    private func output(for audio: AudioBuffer) async throws(RecognitionError) -> [UInt8] {
        let limit =
            configuration.timeLimit
            + .seconds(audio.time.durationSeconds * max(0, configuration.secondsPerAudioSecond))
        do throws(ProgramFailure) {
            // It is removed at the end of this block, after the program has ended.
            let folder = try PrivateFolder.create(for: "the recording")
            let file = try folder.write(SpeechWAV(audio).bytes, name: "answer.wav")
            return try await ProgramRun(
                program: program, arguments: configuration.arguments(file: file, prompt: prompt),
                environment: environment.values, timeLimit: limit,
                limitOutputBytes: configuration.limitOutputBytes,
                keptMessageBytes: CommandConfiguration.keptMessageBytes
            ).output().printed
        } catch {
            let reason = environment.removed(from: error.reason(program: name))
            if case .notStarted = error { throw .engineFailed(engine: name, reason: reason) }
            throw .decodingFailed(time: audio.time, reason: reason)
        }
    }
}
