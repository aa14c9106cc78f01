import Archive
import ArgumentParser
import FoundationEssentials
import Records
import SQL

/// One of the programs of `viva-bench together`.
struct TogetherWorker: AsyncParsableCommand {
    /// What the program does.
    enum Kind: String, ExpressibleByArgument {
        case writing
        case reading
    }

    static let configuration = CommandConfiguration(commandName: "together-worker", shouldDisplay: false)
    /// The variable with the address of the database, which is secret: all can see the arguments of a program.
    static let addressVariable = "VIVA_BENCH_DATABASE"

    @Option var folder: String
    @Option var kind: Kind
    @Option var number: Int
    @Option var seconds: Double
    @Option var seed: UInt64
    @Option var shared: String
    @Option var output: String

    func run() async throws {
        let end = ContinuousClock.now + .seconds(seconds)
        let address = ProcessInfo.processInfo.environment[Self.addressVariable]
        let archive = try await Archive.open(folder, database: address)
        let report: TogetherReport
        switch kind {
        case .writing:
            let notes = try TogetherNotes(output + ".notes")
            var writer = TogetherWriter(
                archive: archive, notes: notes, number: number, shared: shared, seed: seed)
            report = await writer.run(until: end)
        case .reading:
            var reader = TogetherReader(
                archive: archive, scratch: output + ".export", seed: seed, number: number)
            report = await reader.run(until: end)
        }
        await archive.records.database.close()
        try BenchJSON.data(report).write(to: URL(filePath: output + ".json"))
    }
}
