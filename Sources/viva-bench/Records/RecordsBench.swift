import ArgumentParser
import FoundationEssentials
import Postgres
import SQL
import SQLite

/// How quick statistics and lists over many interviews are.
struct RecordsBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "records",
        abstract: "Time statistics and lists over a database of drawn interviews, and check them.",
        discussion: """
            The interviews are drawn, the same in every run, and written into a database of their own: a temporary SQLite
            file, or a schema on a PostgreSQL server that goes afterwards. Each reading runs once to warm up. Some figures are
            held against the same added up from what was drawn; where they differ, it says so and ends with 1.
            """)

    @Option(help: "How many interviews.") var interviews = 25_000
    @Option(help: "How many questions each puts, follow-ups among them.") var answers = 4
    @Option(help: "How many bytes are kept of an answer beside its figures.") var bodyBytes = 4000
    @Option(help: "How often each reading is timed.") var runs = 20
    @Option(help: "What the drawing begins with.") var seed: UInt64 = 1
    @Option(help: "The address of a PostgreSQL database, such as postgres://user@host/name.") var postgres:
        String?

    func validate() throws {
        guard interviews > 0, runs > 0, bodyBytes > 0, (1...20).contains(answers) else {
            throw ValidationError(
                "--interviews, --runs and --body-bytes are at least 1, --answers is 1 to 20.")
        }
    }

    func run() async throws {
        let load = RecordsLoad(interviews: interviews, answers: answers, bodyBytes: bodyBytes, seed: seed)
        let run = RecordsRun(load: load, runs: runs)
        let (text, differences) = try await withDatabase {
            try await run.tables($0, note: ProgressNote.write)
        }
        print(text)
        guard differences.isEmpty else {
            for difference in differences { ProgressNote.write(difference) }
            throw ExitCode.failure
        }
        ProgressNote.write("The figures agree with what was drawn.")
    }

    private func withDatabase<Result>(_ body: (any SQLDatabase) async throws -> Result) async throws -> Result
    {
        try await TemporaryFolder.use { folder in
            try await BenchSchema.use(postgres) { address in
                let database: any SQLDatabase =
                    if let address { try await PostgresDatabase(address: address) } else {
                        try SQLiteDatabase(path: "\(folder)/records.db")
                    }
                let result: Swift.Result<Result, any Error>
                do { result = .success(try await body(database)) } catch { result = .failure(error) }
                await database.close()
                return try result.get()
            }
        }
    }
}
