import ArgumentParser
import Speech

/// What a second job brings: the same recordings by `viva transcribe` with one job and with more.
struct JobsBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs",
        abstract: "Time of a batch with several jobs against one, and its processor time against stock.",
        discussion: """
            Both transcribe the same recordings in turn, as pairs. A ratio of 0.5 would be a second job without a
            price. Stock PocketSphinx hears each recording once, in a process of its own.
            """)

    @Argument(help: "The recordings of the batch.") var files: [String]
    @Option(help: "How many jobs to compare with one.") var jobs = 2
    @Option(help: "How many pairs to run.") var runs = 7
    @Flag(help: "Leave stock PocketSphinx out.") var withoutStock = false

    func validate() throws {
        guard jobs > 1, runs > 0 else { throw ValidationError("--jobs is above 1 and --runs above 0.") }
    }

    func run() async throws {
        try await TemporaryFolder.use { folder in
            let recordings = try files.map { try BenchRecording(path: $0) }
            let wavs = try await BenchRecording.wavs(of: recordings, in: folder)
            try measure(wavs.map(\.path), seconds: wavs.map(\.seconds).reduce(0, +))
        }
    }

    private func measure(_ wavs: [String], seconds: Double) throws {
        var one: [MeasuredProcess] = []
        var many: [MeasuredProcess] = []
        var stockSeconds: [Double] = []
        for number in 0..<runs {
            one.append(try transcribe(wavs, jobs: 1))
            many.append(try transcribe(wavs, jobs: jobs))
            guard one[number].output == many[number].output else {
                throw MeasuredProcess.Failure(
                    description: "The transcripts of 1 and \(jobs) jobs differ in pair \(number + 1).")
            }
            if !withoutStock {
                stockSeconds.append(
                    try wavs.map { try StockRecognizer.run($0).processorSeconds }.reduce(0, +))
            }
        }
        let name = "\(jobs) jobs"
        print(
            "\(wavs.count) recordings, \(Spread.text(seconds)) s, \(runs) pairs: median (minimum to maximum)")
        print("clock seconds        1 job \(Spread(one.map(\.wallSeconds)))")
        print("                     \(name) \(Spread(many.map(\.wallSeconds)))")
        print("\(name) / 1 job, clock \(Spread(zip(many, one).map { $0.wallSeconds / $1.wallSeconds }))")
        print(
            "\(name) / 1 job, processor \(Spread(zip(many, one).map { $0.processorSeconds / $1.processorSeconds }))"
        )
        print("peak memory, MB      1 job \(Spread(one.map(\.peakMegabytes)))")
        print("                     \(name) \(Spread(many.map(\.peakMegabytes)))")
        guard !stockSeconds.isEmpty else { return }
        print("1 job / stock, processor \(Spread(zip(one, stockSeconds).map { $0.processorSeconds / $1 }))")
    }

    private func transcribe(_ wavs: [String], jobs: Int) throws -> MeasuredProcess {
        try MeasuredProcess.run(Sibling.viva, ["transcribe", "--quiet", "--jobs", "\(jobs)"] + wavs)
    }
}
