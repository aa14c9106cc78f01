import Archive
import ArgumentParser
import FoundationEssentials
import Recordings
import Records
import Speech

#if canImport(Glibc)
    import Glibc
#endif

/// Kills interviews at random moments and looks whether anything is lost.
struct CrashBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crashes",
        abstract: "Kill interviews at random moments (kill -9) and look whether anything is lost.",
        discussion: """
            A program of its own holds interviews with spoken, recorded and typed answers, some given twice, and says on standard
            output what is done. It is killed at a random moment; what it said is held against what the archive has: each
            answer with its words or sound, sample by sample, and its score. Then the interview is gone on with, and half of the
            time killed again. What was
            being recorded must be an answer then, to the last 0.1 s that was taken.

            EXAMPLES
              viva-bench crashes
              viva-bench crashes --kills 20 --encrypted
              viva-bench crashes --kills 20 --database postgres://user@host/name
            """)

    @Option(help: "How many times to kill.") var kills = 200
    @Option(help: "How many questions an interview has.") var questions = 3
    @Option(help: "How many seconds of an answer are spoken in a second.") var pace = 8.0
    @Option(help: "What hears.") var engine = BenchEar.pocketSphinx
    @Option(help: "The recording that answers are pieces of.") var recording =
        "samples/learn-quickly-good.flac"
    @Option(help: "What the random moments begin with.") var seed: UInt64 = 1
    @Flag(help: "Encrypt the recordings.") var encrypted = false
    @Option(help: "The address of a PostgreSQL database; left out, a SQLite file.") var database: String?

    func validate() throws {
        guard kills > 0, pace > 0, (1...20).contains(questions) else {
            throw ValidationError("--kills and --pace are above 0, --questions is 1 to 20.")
        }
    }

    func run() async throws {
        if encrypted {
            var random = SystemRandomNumberGenerator()
            let key = Data((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) })
            setenv(MasterKeys.variable, key.base64EncodedString(), 1)
        } else {
            unsetenv(MasterKeys.variable)
        }
        unsetenv(MasterKeys.fileVariable)
        if let database { setenv("VIVA_DATABASE_URL", database, 1) } else { unsetenv("VIVA_DATABASE_URL") }
        let outcome = try await TemporaryFolder.use { home in
            let run = CrashRun(
                home: home, questions: questions, pace: pace, engine: engine, recording: recording,
                samples: try await BenchSamples.read(recording))
            return try await run.outcome(kills: kills, seed: seed)
        }
        print(outcome.text)
        guard outcome.problems.isEmpty else {
            for problem in outcome.problems { ProgressNote.write(problem) }
            throw ExitCode.failure
        }
        ProgressNote.write("Nothing that was kept was lost, and every interview could be gone on with.")
    }
}
