import Archive
import ArgumentParser
import FoundationEssentials
import Records
import SQL

#if canImport(Glibc)
    import Glibc
#endif

/// Many programs on one archive: what each was told is kept must be there at the end, and none may be turned away.
struct TogetherBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "together",
        abstract: "Let many programs write and read one archive, then see that all is there.",
        discussion: """
            Each writing program holds interviews as `viva practice` does: it begins them, keeps each step and each recording,
            corrects answers, changes details, deletes some, and notes in a file of its own what was kept. The reading programs
            list, filter, search, count and export meanwhile. At the end every interview must be as it was noted last, be found by a
            search for its words, and have its recordings; what was deleted must be gone. It ends with 1 where that is not so, or where
            any program met an error.

            EXAMPLES
              viva-bench together
              viva-bench together --writers 4 --readers 2 --seconds 10
              scripts/with-postgres sh -c 'viva-bench together --postgres $VIVA_TEST_POSTGRES'
            """)

    @Option(help: "How many programs write.") var writers = 8
    @Option(help: "How many programs read.") var readers = 8
    @Option(help: "For how many seconds.") var seconds = 60.0
    @Option(help: "What the drawing begins with.") var seed: UInt64 = 1
    @Option(help: "The address of a PostgreSQL database, such as postgres://user@host/name.") var postgres:
        String?

    func validate() throws {
        guard (0...100).contains(writers), (0...100).contains(readers), writers + readers > 0, seconds > 0
        else {
            throw ValidationError("--writers and --readers are 0 to 100, --seconds is above 0.")
        }
    }

    func run() async throws {
        try await TemporaryFolder.use { folder in
            try await BenchSchema.use(postgres) { address in
                try await run(in: folder, address)
            }
        }
    }

    private func run(in folder: String, _ address: String?) async throws {
        let home = folder + "/home"
        let shared = try await TogetherShared.begin(in: home, address)
        if let address { setenv(TogetherWorker.addressVariable, address, 1) }
        ProgressNote.write("\(writers) programs write and \(readers) read for \(Spread.text(seconds)) s ...")
        var programs: [(output: String, program: SpawnedProgram)] = []
        for (kind, count) in [(TogetherWorker.Kind.writing, writers), (.reading, readers)] {
            for number in 0..<count {
                let output = "\(folder)/\(kind.rawValue)-\(number)"
                let arguments = [
                    "together-worker", "--folder", home, "--kind", kind.rawValue, "--number", "\(number)",
                    "--seconds", "\(seconds)", "--seed", "\(seed)", "--shared", shared.id, "--output", output,
                ]
                programs.append((output, try SpawnedProgram(Sibling.itself, arguments)))
            }
        }
        var reports: [TogetherReport] = []
        var problems: [String] = []
        var notes: [TogetherNote] = []
        for (output, program) in programs {
            let status = try program.wait()
            guard status == 0, let data = FileManager.default.contents(atPath: output + ".json") else {
                problems.append("A program ended with status \(status): \(output).")
                continue
            }
            reports.append(try JSONDecoder().decode(TogetherReport.self, from: data))
            notes += try TogetherNote.read(output + ".notes")
        }
        print(TogetherReport.table(reports))
        problems += reports.flatMap(\.errors)
        let archive = try await Archive.open(home, database: address)
        let check = TogetherCheck(archive: archive, notes: notes, shared: shared)
        problems += try await check.problems()
        print("\n\(check.summary)")
        await archive.records.database.close()
        guard problems.isEmpty else {
            for problem in problems { ProgressNote.write(problem) }
            ProgressNote.write("\(problems.count) problems.")
            throw ExitCode.failure
        }
        ProgressNote.write("No program met an error, and all that was kept is there.")
    }
}
