import ArgumentParser
import Audio
import Speech

/// How soon a started process has audio, and how soon it says something.
struct StartupBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "startup",
        abstract: "Time from process start to the first decoded audio, and to the first line of a transcript."
    )

    @Argument(help: "The recording to read.") var file: String
    @Option(help: "How often to start each.") var runs = 10

    func run() async throws {
        var audio: [Double] = []
        var line: [Double] = []
        for _ in 0..<max(1, runs) {
            let first = try MeasuredProcess.run(Sibling.itself, ["first-buffer", file])
            audio.append(first.firstOutputSeconds ?? .nan)
            let transcript = try MeasuredProcess.run(Sibling.viva, ["transcribe", "--quiet", file])
            line.append(transcript.firstOutputSeconds ?? .nan)
        }
        print("\(runs) runs: median (minimum to maximum), seconds from process start")
        print("first decoded audio        \(Spread(audio))")
        print("first line of a transcript \(Spread(line))")
    }
}

/// Reads the first buffer of a recording and says so: what `startup` starts and times.
struct FirstBuffer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "first-buffer", shouldDisplay: false)

    @Argument var file: String

    func run() async throws {
        let buffer = try await AudioFile.open(.file(path: file)).buffers().next()
        print(buffer?.samples.count ?? 0)
    }
}
