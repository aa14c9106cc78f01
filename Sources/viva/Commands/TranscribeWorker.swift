import ArgumentParser
import FoundationEssentials
import Inference
import Recognition
import Service
import Speech

/// `viva transcribe-worker`: hears utterances for another `viva`, which starts it and talks to it on standard input
/// and output. When PocketSphinx ends its process over an utterance, only this one is lost.
struct TranscribeWorker: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transcribe-worker", abstract: "Hear utterances for another viva.", shouldDisplay: false)

    @OptionGroup var model: ModelOptions

    @Flag(help: "Take the time that others leave.")
    var whenIdle = false
    @Flag(help: "Hear somebody who waits: at once, and with all processors when they are free.")
    var live = false
    @Flag(help: "Hear with less work yet, where several speak at once.")
    var quick = false

    func validate() throws {
        guard live || !quick else { throw ValidationError("--quick goes with --live.") }
    }

    /// What a worker is started with that hears a live stream, but for its engine.
    static func arguments(_ care: LiveCare) -> [String] {
        ["transcribe-worker", "--live"] + (care == .quick ? ["--quick"] : [])
    }

    /// How PocketSphinx searches.
    var options: PocketSphinxOptions { quick ? .quick : live ? .careful : PocketSphinxOptions() }

    func run() async throws {
        if live { Processors.use(min(ProcessInfo.processInfo.activeProcessorCount, 4)) }
        // The one who started this has chosen the engine and refused what is forbidden.
        let ear = InterviewEar(
            model: model.pocketSphinx, engine: try model.engine.choice(isOffline: false),
            options: options)
        let isServed = await RecognitionWorker.serve(whenIdle ? .whenIdle : .soon) {
            () async throws(RecognitionError) in
            try await ear.recognizer()
        }
        if !isServed { throw ExitCode(ExitStatus.failure.rawValue) }
    }
}
